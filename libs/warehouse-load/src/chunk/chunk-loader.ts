import { Chunk } from './chunk';
import { skippedContent, withContent, type ObjectContent } from '../bucket/fetch-content';
import { ObjectGoneError, ObjectUnreadableError } from '../bucket/raw-source';
import { nextLine, readableBatches, unreadableRest } from '../bucket/readable-lines';
import { linesInPieces, linesOf } from '../lines/raw-lines';
import { yieldEvery } from '../flow/yield-event-loop';
import { ObjectsTakenError } from '../warehouse/manifest';
import type { RunCounts } from '../warehouse/runs';
import type { Warehouse } from './warehouse';
import type { PendingObject } from '../objects/pending-object';

/**
 * A chunk of this size is loaded. Larger chunks are a little faster per event, and take memory in
 * proportion.
 */
const CHUNK_ROWS = 25_000;
const CHUNK_BYTES = 24 * 1024 * 1024;

/** Each object adds a row to the manifest, so a chunk of tiny objects ends by their number. */
const CHUNK_OBJECTS = 5_000;

/**
 * Milliseconds for which reading keeps the event loop: about as long as 500 events take. The
 * warehouse's answers wait for it, but to yield more often costs more CPU than it saves time.
 */
const TURN_MS = 5;
const LINES_OF_A_STEP = 500;

/** Progress of a load. */
export interface LoadProgress {
  readonly objects: number;
  readonly loaded: number;
}

/** The outcome of adding an object. */
export type AddOutcome =
  | { readonly state: 'read' }
  | { readonly state: 'time_is_up' }
  | { readonly state: 'gone' | 'failed'; readonly reason: string };

/**
 * Fills chunks with objects. While one chunk is being loaded, the next is filled, and no further
 * one.
 */
export class ChunkLoader {
  /** Objects that another run loaded while this run was about to. */
  takenByOthers = 0;
  private chunk: Chunk;
  private loading: Promise<void> = Promise.resolve();
  private readonly turn = yieldEvery(TURN_MS);
  private readonly counts = { objects: 0, loaded: 0, duplicates: 0, quarantined: 0 };

  constructor(
    private readonly warehouse: Pick<Warehouse, 'loadChunk'>,
    private readonly runId: number,
    private readonly onProgress: (progress: LoadProgress) => void,
    private readonly chunkRows = CHUNK_ROWS,
    private readonly horizon: string | null = null,
  ) {
    this.chunk = new Chunk(horizon);
  }

  /**
   * Adds the lines of an object, and loads the chunks that they fill.
   *
   * @param isTimeUp called between the pieces of a large object, which then goes on in the next run
   * @throws Error when a chunk cannot be loaded
   */
  async add(content: ObjectContent, isTimeUp: () => boolean): Promise<AddOutcome> {
    if (content.kind === 'skipped') return { state: content.state, reason: content.reason };
    await this.turn();
    if (this.chunk.isPast(content.object.key)) await this.load();
    if (content.kind === 'unreadable') return this.addUnreadable(content);
    return content.kind === 'whole' ? this.addWhole(content, isTimeUp) : this.addPieces(content, isTimeUp);
  }

  /** Loads what is left. @returns the outcome of all lines */
  async finish(): Promise<RunCounts> {
    if (this.chunk.slices.length > 0) await this.load();
    await this.loading;
    return this.counts;
  }

  private async addUnreadable({ object, error }: Extract<ObjectContent, { kind: 'unreadable' }>) {
    this.chunk.beginObject(object);
    this.chunk.addLine(unreadableRest(object.resumeLine + 1, error));
    await this.loadIfFull();
    return { state: 'read' } as const;
  }

  private async addWhole(
    { object, bytes }: Extract<ObjectContent, { kind: 'whole' }>,
    isTimeUp: () => boolean,
  ): Promise<AddOutcome> {
    this.chunk.beginObject(object);
    const lines = linesOf(bytes);
    for (let next = nextLine(lines, 0); !next.done; next = nextLine(lines, next.value.line)) {
      const line = next.value;
      if (line.line > object.resumeLine) this.chunk.addLine(line);
      if (line.line % LINES_OF_A_STEP !== 0) continue;
      await this.turn();
      // A chunk ends with an object, unless the lines of one alone would fill several.
      if (this.isFull(2) && !(await this.loadAndGoOn(object, isTimeUp))) return { state: 'time_is_up' };
    }
    await this.loadIfFull();
    return { state: 'read' };
  }

  private async addPieces(
    content: Extract<ObjectContent, { kind: 'pieces' | 'stream' }>,
    isTimeUp: () => boolean,
  ): Promise<AddOutcome> {
    let object: PendingObject = content.object;
    let hasBegun = false;
    try {
      let chunks: AsyncIterable<Buffer> | Buffer;
      if (content.kind === 'stream') {
        const opened = await content.open();
        object = withContent(object, opened);
        chunks = opened.chunks;
      } else {
        chunks = content.bytes;
      }
      this.chunk.beginObject(object);
      hasBegun = true;
      for await (const lines of readableBatches(linesInPieces(chunks))) {
        for (const line of lines) if (line.line > object.resumeLine) this.chunk.addLine(line);
        if (!isTimeUp() && !this.isFull()) continue;
        if (!(await this.loadAndGoOn(object, isTimeUp))) return { state: 'time_is_up' };
      }
      return { state: 'read' };
    } catch (error) {
      if (!(error instanceof ObjectGoneError || error instanceof ObjectUnreadableError)) throw error;
      if (hasBegun) this.chunk.suspendObject();
      return skippedContent(object, error);
    }
  }

  /**
   * Loads the chunk; the object continues in the next one.
   *
   * @returns false when the time is up, so that the object continues in the next run
   */
  private async loadAndGoOn(object: PendingObject, isTimeUp: () => boolean): Promise<boolean> {
    const resumeLine = this.chunk.suspendObject();
    if (isTimeUp()) return false;
    await this.load();
    this.chunk.beginObject({ ...object, resumeLine });
    return true;
  }

  private isFull(times = 1): boolean {
    const { rows, quarantine, bytes, slices } = this.chunk;
    return (
      rows + quarantine.length >= times * this.chunkRows ||
      bytes >= times * CHUNK_BYTES ||
      slices.length >= times * CHUNK_OBJECTS
    );
  }

  private async loadIfFull(): Promise<void> {
    if (this.isFull()) await this.load();
  }

  /** Waits for the previous chunk, then starts to load this one. */
  private async load(): Promise<void> {
    const chunk = this.chunk;
    this.chunk = new Chunk(this.horizon);
    await this.loading;
    this.loading = this.loadNow(chunk);
    // It is awaited before the next chunk, which may come after it has failed.
    this.loading.catch(() => undefined);
  }

  private async loadNow(chunk: Chunk): Promise<void> {
    try {
      const { objects, loaded, duplicates, quarantined } = await this.warehouse.loadChunk(chunk, this.runId);
      this.counts.objects += objects;
      this.counts.loaded += loaded;
      this.counts.duplicates += duplicates;
      this.counts.quarantined += quarantined;
      this.onProgress(this.counts);
    } catch (error) {
      if (!(error instanceof ObjectsTakenError)) throw error;
      this.takenByOthers += chunk.slices.length;
    }
  }
}
