/** An object as it is listed. */
export interface ListedObject {
  readonly key: string;
  readonly etag: string;
  readonly sizeBytes: number;
}

/** The bytes of an object, and the content that they belong to. */
export interface FetchedObject {
  readonly etag: string;
  /**
   * Number of events that ingest put into the object; undefined where its metadata does not name
   * it.
   */
  readonly events?: number | undefined;
  readonly bytes: Buffer;
}

/** An object too large to hold: its bytes come as they arrive. */
export interface StreamedObject {
  readonly etag: string;
  readonly events?: number | undefined;
  /** Throws `ObjectUnreadableError` when the connection breaks before the last byte. */
  readonly chunks: AsyncIterable<Buffer>;
}

/** The bucket with the raw objects. */
export interface RawSource {
  /**
   * Pages of up to 1,000 objects whose key begins with the prefix and comes after `after`, in the
   * order of keys.
   */
  listPages(prefix: string, after?: string): AsyncGenerator<ListedObject[]>;
  /** All of an object's bytes. @throws {ObjectGoneError} @throws {ObjectUnreadableError} */
  fetch(object: ListedObject): Promise<FetchedObject>;
  /** An object's bytes as they arrive. @throws {ObjectGoneError} @throws {ObjectUnreadableError} */
  stream(object: ListedObject): Promise<StreamedObject>;
}

/** The object was listed but is no longer there. */
export class ObjectGoneError extends Error {
  override name = 'ObjectGoneError';
}

/**
 * The object cannot be read now: the store fails or cuts its answer off. A later run tries again.
 */
export class ObjectUnreadableError extends Error {
  override name = 'ObjectUnreadableError';
}
