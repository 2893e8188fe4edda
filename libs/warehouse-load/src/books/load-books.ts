import { BOOKS_PREFIX, isBookFile } from '@clickstream/event-schema/books';
import type { ClientBase } from 'pg';
import { ObjectGoneError, type ListedObject, type RawSource } from '../bucket/raw-source';
import { inflateWhole } from '../lines/inflate';
import { detailOfError } from '../text/fault-detail';
import { readBookFile, type BookFile } from './read-book-file';
import { writeBookFile } from './write-book-file';

/** More than the books of a day with a hundred thousand orders. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Settings of a load of the books. */
export interface BooksLoad {
  readonly source: RawSource;
  readonly runId: number;
  isTimeUp(): boolean;
  /** Called for each file that is left for the next run. */
  onSkipped(key: string, reason: string): void;
  /** Called with a line that the operator should read. */
  onNote(line: string): void;
}

/** The result of a load of the books. */
export interface LoadedBooks {
  readonly failed: number;
  /** True when the time was up before the last file. */
  readonly more: boolean;
}

/** A file to be read: new, changed, or with lines that could not be read the last time. */
interface PendingFile extends ListedObject {
  /** Lines of the same content that are in quarantine; null for new content. */
  readonly quarantined: number | null;
}

/** Loads the files of the books that are new or have changed, each in one transaction. */
export async function loadBooks(client: ClientBase, load: BooksLoad): Promise<LoadedBooks> {
  let failed = 0;
  for await (const page of load.source.listPages(BOOKS_PREFIX)) {
    const files = await pendingFiles(
      client,
      page.filter(({ key }) => isBookFile(key)),
    );
    for (const file of files) {
      if (load.isTimeUp()) return { failed, more: true };
      try {
        await loadFile(client, file, load);
      } catch (error) {
        if (error instanceof ObjectGoneError) continue;
        failed += 1;
        load.onSkipped(file.key, detailOfError(error));
      }
    }
  }
  return { failed, more: false };
}

async function pendingFiles(client: ClientBase, listed: readonly ListedObject[]): Promise<PendingFile[]> {
  if (listed.length === 0) return [];
  const { rows } = await client.query<{ object_key: string; etag: string; quarantined: number }>(
    'SELECT object_key, etag, quarantined FROM book_files WHERE object_key = ANY($1)',
    [listed.map(({ key }) => key)],
  );
  const known = new Map(rows.map((row) => [row.object_key, row]));
  return listed
    .map((file) => {
      const before = known.get(file.key);
      return { ...file, quarantined: before?.etag === file.etag ? before.quarantined : null };
    })
    .filter(({ quarantined }) => quarantined !== 0);
}

async function loadFile(client: ClientBase, file: PendingFile, load: BooksLoad): Promise<void> {
  const { etag, bytes } = await load.source.fetch(file);
  const content = await inflateWhole(bytes, MOST_BYTES);
  if (!content) throw new Error(`It is broken, or larger than ${MOST_BYTES.toLocaleString('en')} bytes.`);
  const read = readBookFile(content);
  // Read again only because of its unreadable lines: today's code cannot read them either.
  if (etag === file.etag && read.unreadable.length === file.quarantined) return;
  await writeBookFile(client, { ...file, etag }, read, load.runId);
  for (const note of notesOf(file.key, read)) load.onNote(note);
}

function* notesOf(key: string, { unreadable: [first], unreadable }: BookFile): Generator<string> {
  if (first)
    yield `${key}: ${unreadable.length} lines are in quarantine; line ${first.line}: ${first.reason}`;
}
