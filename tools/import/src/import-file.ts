import { postEvents } from '@clickstream/shopper-simulator';
import { Batcher, fitsIntoBody, type Batch } from './batches';
import type { ImportedEvent, ImportFormat } from './formats/format';
import { countReason, countRejections, type Receipt } from './receipt';
import type { RowSource } from './rows/row-source';

/** Identifies the sender to ingest. The visitors' devices are in the events themselves. */
const USER_AGENT = 'clickstream-import/1';

export interface ImportOptions {
  readonly source: RowSource;
  readonly format: ImportFormat;
  /** The address of the API; undefined sends nothing. */
  readonly api: string | undefined;
  /** Requests at the same time. */
  readonly concurrency: number;
  /** Called after each request, with the part of the file that is read. */
  readonly onProgress: (part: number, events: number) => void;
}

/**
 * Makes events of the rows of a file and sends them, a few requests at a time.
 *
 * @param receipt is updated all the time, so that it is correct even when the import stops
 * @throws {DeliveryError} when a request cannot be delivered; what was sent before is stored, and
 *   sending it again adds nothing
 */
export async function importFile(options: ImportOptions, receipt: Receipt): Promise<void> {
  const { api, concurrency, onProgress, source } = options;
  const batches = batchesOf(options, receipt);
  const url = api === undefined ? undefined : new URL('/clickstream', api);
  const send = async () => {
    for (let next = await batches.next(); !next.done; next = await batches.next()) {
      if (url) await deliver(url, next.value, receipt);
      onProgress(source.progress(), receipt.events);
    }
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, send));
  } finally {
    // When one request cannot be delivered, the others stop too, and the file is closed.
    await batches.return(undefined);
  }
}

async function deliver(url: URL, { body }: Batch, receipt: Receipt): Promise<void> {
  const { accepted, rejected } = await postEvents(url, USER_AGENT, () => body);
  receipt.requests += 1;
  receipt.accepted += accepted;
  countRejections(receipt, rejected);
}

async function* batchesOf({ source, format }: ImportOptions, receipt: Receipt): AsyncGenerator<Batch> {
  const batcher = new Batcher();
  const add = function* (events: Iterable<ImportedEvent>): Generator<Batch> {
    for (const event of events) {
      const json = JSON.stringify(event);
      receipt.events += 1;
      if (fitsIntoBody(json)) yield* batcher.add(json);
      else countTooLarge(receipt, event);
    }
  };
  for await (const read of source.rows) {
    receipt.rows += 1;
    const events = 'fault' in read ? read.fault : format.take(read.row);
    if (typeof events === 'string') countReason(receipt.skippedRows, events, `row ${receipt.rows}`);
    else yield* add(events);
  }
  yield* add(format.end());
  yield* batcher.end();
}

function countTooLarge(receipt: Receipt, event: ImportedEvent): void {
  const eventId = 'eventId' in event ? String(event.eventId) : null;
  countRejections(receipt, [{ index: 0, eventId, reason: 'the event is larger than a request may be' }]);
}
