import { inflateWhole } from '../lines/inflate';
import { ObjectGoneError, type FetchedObject, type RawSource } from './raw-source';
import type { PendingObject } from '../objects/pending-object';

/** Larger objects are read as they arrive, one at a time, and always as lines. */
export const WHOLE_OBJECT_BYTES = 1024 * 1024;
export const WHOLE_INFLATED_BYTES = 8 * 1024 * 1024;

/** An object's bytes, as far as they can be read before its turn comes. */
export type ObjectContent =
  | { readonly kind: 'whole'; readonly object: PendingObject; readonly bytes: Buffer }
  | {
      readonly kind: 'pieces';
      readonly object: PendingObject;
      /** A held object that is broken, or large when inflated. */
      readonly bytes: Buffer;
    }
  | { readonly kind: 'unreadable'; readonly object: PendingObject; readonly error: unknown }
  | { readonly kind: 'stream'; readonly object: PendingObject; open(): ReturnType<RawSource['stream']> }
  | {
      readonly kind: 'skipped';
      readonly object: PendingObject;
      readonly state: 'gone' | 'failed';
      readonly reason: string;
    };

/**
 * Downloads and inflates an object. It does not reject: an object that the store does not deliver
 * is `skipped`, with the reason; one that no reader accepts is `unreadable`.
 */
export async function fetchContent(source: RawSource, object: PendingObject): Promise<ObjectContent> {
  if (object.sizeBytes > WHOLE_OBJECT_BYTES) {
    return { kind: 'stream', object, open: () => source.stream(object) };
  }
  let fetched: FetchedObject;
  try {
    fetched = await source.fetch(object);
  } catch (error) {
    return skippedContent(object, error);
  }
  return contentOf(withContent(object, fetched), fetched.bytes);
}

async function contentOf(object: PendingObject, bytes: Buffer): Promise<ObjectContent> {
  try {
    const inflated = await inflateWhole(bytes, WHOLE_INFLATED_BYTES);
    return inflated ? { kind: 'whole', object, bytes: inflated } : { kind: 'pieces', object, bytes };
  } catch (error) {
    return { kind: 'unreadable', object, error };
  }
}

/**
 * The object with the content that it had when it was read, which may be newer than the listed one.
 */
export function withContent(
  object: PendingObject,
  { etag, events }: Pick<FetchedObject, 'etag' | 'events'>,
): PendingObject {
  const resumeLine = etag === object.etag ? object.resumeLine : 0;
  return { ...object, etag, resumeLine, events };
}

/** The reason why an object is left out, from the error that ended reading it. */
export function skippedContent(object: PendingObject, error: unknown) {
  return {
    kind: 'skipped',
    object,
    state: error instanceof ObjectGoneError ? 'gone' : 'failed',
    reason: error instanceof Error ? error.message : String(error),
  } as const;
}
