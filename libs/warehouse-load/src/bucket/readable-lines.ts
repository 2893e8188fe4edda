import { detailOfError } from '../text/fault-detail';
import type { RawLine } from '../lines/parse-line';
import { ObjectGoneError, ObjectUnreadableError } from './raw-source';

/**
 * The line in place of the rest of an object that cannot be read any further because it is
 * broken.
 */
export function unreadableRest(line: number, error: unknown): RawLine {
  return { line, ok: false, reason: 'unreadable_object', detail: detailOfError(error), raw: '' };
}

/**
 * The next line of a whole object. When it cannot be read, whatever the cause, it is the last line
 * and carries the reason.
 *
 * @param read number of the line before; 0 at the beginning
 */
export function nextLine(lines: Iterator<RawLine>, read: number): IteratorResult<RawLine> {
  try {
    return lines.next();
  } catch (error) {
    return { done: false, value: unreadableRest(read + 1, error) };
  }
}

/**
 * The lines of an object in batches, up to one that cannot be read.
 *
 * @throws {ObjectGoneError} when the store no longer has the object
 * @throws {ObjectUnreadableError} when the store fails
 */
export async function* readableBatches(batches: AsyncIterable<RawLine[]>): AsyncGenerator<RawLine[]> {
  let read = 0;
  try {
    for await (const lines of batches) {
      read = lines.at(-1)?.line ?? read;
      yield lines;
    }
  } catch (error) {
    if (error instanceof ObjectGoneError || error instanceof ObjectUnreadableError) throw error;
    yield [unreadableRest(read + 1, error)];
  }
}
