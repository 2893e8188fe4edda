import { objectOf } from '@clickstream/event-schema/normalize';
import { linesOf, type RawLine, type RawSource } from '@clickstream/warehouse-load/reading';
import { Chunk } from '@clickstream/warehouse-load/warehouse';
import { linesOfObject } from './lines-of-object';
import type { OpenLine } from './open-lines';

/** Open lines that were read again. */
export interface SecondReading {
  /** The readable lines, ready to be loaded. Its quarantine is empty. */
  readonly chunk: Chunk;
  /** Lines that can leave the quarantine: they are rows, erased, or older than the retention. */
  readonly readable: readonly OpenLine[];
  /** Lines that stay, with the current reason. */
  readonly unreadable: readonly OpenLine[];
}

/**
 * Reads lines again, each from the text in the quarantine, or from its object if that text is cut
 * or still is not an event.
 *
 * @param horizon see `Chunk`
 */
export async function readAgain(
  source: RawSource,
  lines: readonly OpenLine[],
  horizon: string | null,
): Promise<SecondReading> {
  const chunk = new Chunk(horizon);
  const readable: OpenLine[] = [];
  const unreadable: OpenLine[] = [];
  for (const ofObject of byObject(lines)) {
    const kept = new Map(ofObject.map((line) => [line, lineOfText(line)]));
    const unclear = ofObject.filter((line) => faultOf(line, kept.get(line), horizon) !== null);
    const [first] = ofObject;
    if (!first) continue;
    const stored =
      unclear.length > 0
        ? await linesOfObject(source, first.object, new Set(unclear.map(({ line }) => line)))
        : new Map<number, RawLine>();
    chunk.beginObject(first.object);
    for (const line of ofObject) {
      const rawLine = (unclear.includes(line) ? stored.get(line.line) : undefined) ?? kept.get(line);
      const fault = holdsOthers(line, rawLine) ?? faultOf(line, rawLine, horizon);
      if (fault) {
        unreadable.push({ ...line, ...fault });
      } else if (rawLine) {
        chunk.addLine(rawLine);
        readable.push(line);
      }
    }
  }
  return { chunk, readable, unreadable };
}

/**
 * True for a line that was not JSON and is several objects now: to load the first as this line
 * would lose the others. A rebuild gives each a separate number.
 */
function holdsOthers(
  line: OpenLine,
  rawLine: RawLine | undefined,
): Pick<OpenLine, 'reason' | 'detail'> | null {
  if (line.reason !== 'not_json' || !rawLine?.ok || rawLine.isPart !== true) return null;
  const detail = 'It contains several events: npm run rebuild -- --from-s3 --yes loads them.';
  return { reason: line.reason, detail };
}

/** The reason why a line still is not an event; null if it is one, or does not have to be one. */
function faultOf(
  line: OpenLine,
  rawLine: RawLine | undefined,
  horizon: string | null,
): Pick<OpenLine, 'reason' | 'detail'> | null {
  if (!rawLine) return { reason: line.reason, detail: line.detail };
  const trial = new Chunk(horizon);
  trial.beginObject(line.object);
  trial.addLine(rawLine);
  const [fault] = trial.quarantine;
  if (fault) return { reason: fault.reason, detail: fault.detail };
  const isRejected = trial.slices.some(({ rejected }) => rejected > 0);
  return isRejected ? { reason: line.reason, detail: line.detail } : null;
}

/** The line as kept in the quarantine; undefined if that is not one JSON document. */
function lineOfText({ raw, line }: OpenLine): RawLine | undefined {
  // A list would be read as its events, but in its object the line is read as a whole.
  if (raw.trimStart().startsWith('[')) return undefined;
  const [only, ...others] = linesOf(Buffer.from(raw));
  const isLine = only?.ok && others.length === 0 && !isRow(only.value);
  return isLine ? { ...only, line } : undefined;
}

/** True when the text is the row of a line, which lacks fields without a column. */
function isRow(value: unknown): boolean {
  const names = objectOf(value) ?? {};
  return 'event_id' in names && 'source_object_id' in names && 'source_line' in names;
}

/** The lines of each object, in order: of two copies of an event, the first counts. */
function byObject(lines: readonly OpenLine[]): OpenLine[][] {
  const groups = new Map<string, OpenLine[]>();
  for (const line of lines) {
    const group = groups.get(line.object.key);
    if (group) group.push(line);
    else groups.set(line.object.key, [line]);
  }
  return [...groups.values()].map((group) => group.sort((one, other) => one.line - other.line));
}
