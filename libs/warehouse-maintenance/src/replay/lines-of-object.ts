import {
  fetchContent,
  linesInPieces,
  linesOf,
  nextLine,
  ObjectGoneError,
  ObjectUnreadableError,
  type PendingObject,
  type RawLine,
  type RawSource,
  readableBatches,
  withContent,
} from '@clickstream/warehouse-load/reading';

/**
 * Lines of an object in the bucket, by their numbers. None for an object that is gone, cannot be
 * read now, or has changed since it was loaded; the next run of the ETL loads changed ones.
 */
export async function linesOfObject(
  source: RawSource,
  object: PendingObject,
  wanted: ReadonlySet<number>,
): Promise<ReadonlyMap<number, RawLine>> {
  const found = new Map<number, RawLine>();
  const keep = (line: RawLine) => {
    if (wanted.has(line.line)) found.set(line.line, line);
  };
  try {
    const content = await fetchContent(source, object);
    if (content.kind === 'skipped' || content.kind === 'unreadable') return found;
    const opened = content.kind === 'stream' ? await content.open() : null;
    const { etag } = opened ? withContent(object, opened) : content.object;
    if (etag !== object.etag) return found;
    if (content.kind === 'whole') {
      const lines = linesOf(content.bytes);
      for (let next = nextLine(lines, 0); !next.done; next = nextLine(lines, next.value.line))
        keep(next.value);
      return found;
    }
    const pieces = opened?.chunks ?? (content.kind === 'pieces' ? content.bytes : Buffer.alloc(0));
    for await (const lines of readableBatches(linesInPieces(pieces))) for (const line of lines) keep(line);
    return found;
  } catch (error) {
    if (error instanceof ObjectGoneError || error instanceof ObjectUnreadableError) return new Map();
    throw error;
  }
}
