/** From the bucket to rows: objects, their lines, and the events in them. */
export { fetchContent, WHOLE_INFLATED_BYTES, WHOLE_OBJECT_BYTES, withContent } from './bucket/fetch-content';
export { isRejectedObject, type KeyRange, keyRangeOf, rejectedRange } from './bucket/key-range';
export {
  type ListedObject,
  ObjectGoneError,
  ObjectUnreadableError,
  type RawSource,
} from './bucket/raw-source';
export { nextLine, readableBatches } from './bucket/readable-lines';
export { createS3Client } from './bucket/s3-client';
export { s3RawSource } from './bucket/s3-raw-source';
export { workAhead } from './flow/read-ahead';
export { type DocumentEvent, documentOf } from './lines/document';
export { erasedLine, isErasedLine } from './lines/erased-line';
export { isGzip, salvage } from './lines/inflate';
export { type JsonRange } from './lines/json-ranges';
export { linesWithRanges, type RawLine } from './lines/parse-line';
export { linesInPieces, linesOf } from './lines/raw-lines';
export { type ObjectSlice } from './objects/object-slice';
export { type PendingObject } from './objects/pending-object';
export { channelOf } from './row/channel/channel';
export { type BoughtItem } from './row/fields/bought-items';
export { rejectedEventOf } from './row/rejected-event';
export { type RowLocation, type RowOrFault, toWarehouseRow } from './row/to-warehouse-row';
export { detailOfError } from './text/fault-detail';
