import { timeOfKey } from '@clickstream/event-schema/raw-object';
import { CLICKSTREAM_EVENTS } from '@clickstream/dw-models/tables';
import { CopyRows } from '../copy/copy-rows';
import { FactDeltas } from '../facts/fact-deltas';
import { isRejectedObject } from '../bucket/key-range';
import { lostInBrowser } from '../ledger/lost-in-browser';
import { partitionMonthOf } from './partition-month';
import { isErasedLine } from '../lines/erased-line';
import type { RawLine } from '../lines/parse-line';
import { detailOfError } from '../text/fault-detail';
import { rejectedEventOf } from '../row/rejected-event';
import { toWarehouseRow, type WarehouseRow } from '../row/to-warehouse-row';
import type { PendingObject } from '../objects/pending-object';
import type { ObjectSlice } from '../objects/object-slice';
import type { QuarantinedLine } from '../objects/quarantined-line';

/**
 * Each piece that is handed to the connection waits for a turn of the event loop, so a few large
 * pieces wait less.
 */
const PIECE_BYTES = 4 * 1024 * 1024;

/**
 * The content of one transaction: some objects, as rows ready for COPY and as the changes that they
 * make to the facts.
 */
export class Chunk {
  readonly slices: ObjectSlice[] = [];
  /** Deltas of the facts, if all rows are new; empty where `hasDeltas` is false. */
  deltas = new FactDeltas();
  /**
   * True when `deltas` cover all rows. An exception in one row makes all of them uncertain; then
   * they are read back.
   */
  hasDeltas = true;
  readonly quarantine: QuarantinedLine[] = [];
  /** First days of the months (UTC) whose partitions the rows need. */
  readonly months = new Set<string>();
  /** Milliseconds since 1970; 0 for a chunk without lines. */
  newestReceipt = 0;
  private readonly copyRows = new CopyRows(CLICKSTREAM_EVENTS.columns, PIECE_BYTES);
  private readonly copyRowsAgain = new CopyRows(CLICKSTREAM_EVENTS.columns);
  private readonly seen = new Set<string>();
  private quarantinedCharacters = 0;

  /** @param horizon the first day that the warehouse keeps, `YYYY-MM-DD`; null when it keeps all */
  constructor(private readonly horizon: string | null = null) {}

  /** Events whose id already occurred in the chunk. */
  get duplicates(): number {
    return this.slices.reduce((sum, { duplicates }) => sum + duplicates, 0);
  }

  get rows(): number {
    return this.seen.size;
  }

  /** Bytes of rows and of quarantined text. */
  get bytes(): number {
    return this.copyRows.bytes + this.copyRowsAgain.bytes + this.quarantinedCharacters;
  }

  /** The rows, ready for `insertRows`. */
  get pieces(): readonly Buffer[] {
    return this.copyRows.pieces;
  }

  /**
   * Rows whose ids already occurred in the chunk. They count as duplicates until they turn out to
   * be other events.
   */
  get copies(): readonly Buffer[] {
    return this.copyRowsAgain.pieces;
  }

  /**
   * True when an object comes before one of the chunk. It then belongs in the next chunk: of two
   * copies of an event the first received counts, and within a chunk that is the first that is
   * read.
   */
  isPast(key: string): boolean {
    return (this.slices.at(-1)?.object.key ?? '') > key;
  }

  /** Begins an object; the lines that `addLine` then adds count for it. */
  beginObject(object: PendingObject): void {
    const counts = { lines: 0, rows: 0, duplicates: 0, quarantined: 0, erased: 0, rejected: 0, expired: 0 };
    const keyTime = timeOfKey(object.key) ?? 0;
    this.slices.push({ object, keyTime, resumeLine: null, ...counts, lostInBrowser: 0 });
  }

  /**
   * Marks the object as continued in a later chunk, after the lines added so far.
   *
   * @returns how many of its lines are done once this chunk is loaded
   */
  suspendObject(): number {
    const slice = this.currentSlice();
    const resumeLine = slice.object.resumeLine + slice.lines;
    if (slice.lines === 0) this.slices.pop();
    else slice.resumeLine = resumeLine;
    return resumeLine;
  }

  addLine(rawLine: RawLine): void {
    const slice = this.currentSlice();
    const { key: objectKey } = slice.object;
    slice.lines += 1;
    if (isRejectedObject(objectKey)) return this.addRejected(slice, rawLine);
    if (!rawLine.ok) {
      const { line, raw, reason, detail } = rawLine;
      return this.quarantineLine(slice, { objectKey, line, reason, detail, raw, receivedAt: slice.keyTime });
    }
    try {
      this.addValue(slice, rawLine);
    } catch (error) {
      // Whatever the cause, only this line is at fault: the others must not wait until somebody
      // fixes it.
      const { line, raw } = rawLine;
      const fault = { reason: 'unreadable_event', detail: detailOfError(error) };
      this.quarantineLine(slice, { objectKey, line, ...fault, raw, receivedAt: slice.keyTime });
    }
  }

  /**
   * Adds a row where today's code can read the event that ingest rejected, and only counts it where
   * it still cannot.
   */
  private addRejected(slice: ObjectSlice, rawLine: RawLine): void {
    const { key: objectKey, objectId } = slice.object;
    if (rawLine.ok && isErasedLine(rawLine.value)) {
      slice.erased += 1;
      return;
    }
    const location = { objectKey, objectId, line: rawLine.line, keyTime: slice.keyTime };
    const event = rawLine.ok ? rejectedEventOf(rawLine.value, location) : null;
    try {
      if (rawLine.ok && event) return this.addValue(slice, { ...rawLine, value: event });
    } catch {
      // It stays rejected, with the reason that ingest recorded.
    }
    slice.rejected += 1;
  }

  /** Changes nothing until everything that may throw is done. */
  private addValue(slice: ObjectSlice, { line, value, raw }: Extract<RawLine, { ok: true }>): void {
    const { keyTime } = slice;
    const { key: objectKey, objectId } = slice.object;
    const result = toWarehouseRow(value, { objectKey, objectId, line, keyTime });
    if (!result.ok) {
      if (isErasedLine(value)) {
        slice.erased += 1;
        return;
      }
      const { reason, detail, receivedAt } = result;
      return this.quarantineLine(slice, { objectKey, line, reason, detail, raw, receivedAt });
    }
    this.newestReceipt = Math.max(this.newestReceipt, result.receivedAt);
    const { event_id: eventId } = result.row;
    if (this.seen.has(eventId)) {
      this.copyRowsAgain.add(result.row);
      slice.duplicates += 1;
      return;
    }
    const month = partitionMonthOf(eventId);
    const isOfOldMonth = this.horizon !== null && (month === null || month < this.horizon);
    // The time decides, since it is corrected for clock skew; the id still
    // carries the uncorrected clock.
    if (isOfOldMonth && result.row.event_timestamp < (this.horizon ?? '')) {
      slice.expired += 1;
      return;
    }
    const lost = lostInBrowser(result.row);
    this.addRow(result.row);
    this.seen.add(eventId);
    slice.rows += 1;
    slice.lostInBrowser += lost;
    if (month !== null && !isOfOldMonth) this.months.add(month);
  }

  private addRow(row: WarehouseRow): void {
    this.copyRows.add(row);
    if (!this.hasDeltas) return;
    try {
      this.deltas.add(row);
    } catch (error) {
      this.copyRows.dropLast();
      this.deltas = new FactDeltas();
      this.hasDeltas = false;
      throw error;
    }
  }

  private quarantineLine(slice: ObjectSlice, line: QuarantinedLine): void {
    slice.quarantined += 1;
    this.newestReceipt = Math.max(this.newestReceipt, line.receivedAt ?? 0);
    this.quarantinedCharacters += line.raw.length;
    this.quarantine.push(line);
  }

  private currentSlice(): ObjectSlice {
    const slice = this.slices.at(-1);
    if (!slice) throw new Error('addLine() was called before beginObject().');
    return slice;
  }
}
