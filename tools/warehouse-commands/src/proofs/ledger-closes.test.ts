import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { uuidV7From } from '@clickstream/event-schema';
import { aPageView } from '@clickstream/event-schema/testing';
import fc from 'fast-check';
import { erasedLine } from '@clickstream/warehouse-load/reading';
import {
  gzippedLines,
  ledgerDifferences,
  memorySource,
  type MemorySource,
  received,
  runIn,
} from '@clickstream/warehouse-load/testing';
import {
  connectTo,
  horizonAfter,
  inTransaction,
  moveLines,
  openWarehouse,
  rebuildFacts,
} from '@clickstream/warehouse-load/warehouse';
import { rebuildAll } from '../rebuild/rebuild-all';
import { replay, retain } from '@clickstream/warehouse-maintenance';

const NOW = new Date();

/** The middle of the month this many months ago. */
const monthsAgo = (months: number) =>
  new Date(Date.UTC(NOW.getUTCFullYear(), NOW.getUTCMonth() - months, 15));

/** An event by its number, always the same; some are outside all partitions. */
function anEvent(number: number, months: number): object {
  const time = monthsAgo(months);
  const id = uuidV7From(time.getTime(), Buffer.alloc(32, number + 1));
  const eventId = number % 3 === 0 ? `${id.slice(0, 14)}4${id.slice(15)}` : id;
  return received(
    aPageView({ eventTimestamp: time.toISOString(), eventId, sessionId: `session-${number % 4}` }),
    {
      receivedAt: time.toISOString(),
    },
  );
}

const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.nat(20), fc.constantFrom(1, 7, 14)).map(([n, months]) => anEvent(n, months)),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(20), fc.constantFrom(1, 7, 14)).map(([n, months]) => ({
      ...anEvent(n, months),
      eventName: '!',
    })),
  },
  // As ingest writes it under `rejected/`: an event that a later contract accepts.
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(20), fc.constantFrom(1, 7, 14)).map(([n, months]) => ({
      reason: 'no',
      index: 0,
      event: anEvent(n, months),
    })),
  },
  { weight: 1, arbitrary: fc.constantFrom('{"broken', erasedLine(NOW), '7') },
);

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      prefix: fc.constantFrom('events', 'events', 'events', 'rejected'),
      months: fc.constantFrom(1, 7, 14),
      // So few names that some objects are overwritten.
      name: fc.nat(5),
      lines: fc.array(line, { minLength: 1, maxLength: 12 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('run' as const), chunkRows: fc.constantFrom(3, 1000) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('replay' as const), isMended: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('erase' as const), rows: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('retain' as const), months: fc.constantFrom(13, 6) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rebuild' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(warehouse: TestWarehouse, source: MemorySource, step: Step): Promise<void> {
  const [admin, loading] = await Promise.all([
    connectTo(warehouse.adminUrl),
    openWarehouse(warehouse.etlUrl),
  ]);
  const run = { warehouse: loading, source, now: NOW, sweepPages: 1000 };
  const calmly = { isTimeUp: () => false, onSkipped: () => undefined };
  try {
    switch (step.kind) {
      case 'put': {
        const folder = monthsAgo(step.months).toISOString().slice(0, 10).replaceAll('-', '/');
        source.put(`${step.prefix}/${folder}/09/${step.name}.json.gz`, gzippedLines(step.lines));
        break;
      }
      case 'run':
        await runIn(loading, source, { chunkRows: step.chunkRows });
        break;
      case 'replay':
        if (step.isMended) {
          await admin.query(`UPDATE etl_quarantine SET raw = replace(raw, '"!"', '"click"')`);
        }
        await replay({ client: admin, source, filter: {}, isDryRun: false, isStopped: () => false });
        break;
      case 'erase':
        await inTransaction(admin, async () => {
          const { rows } = await admin.query<{ source_object_id: number }>(
            `DELETE FROM clickstream_events WHERE event_id IN (SELECT event_id FROM clickstream_events LIMIT $1)
             RETURNING source_object_id`,
            [step.rows],
          );
          await moveLines(
            admin,
            rows.map((row) => ({ objectId: row.source_object_id, from: 'loaded', to: 'erased', lines: 1 })),
          );
          await rebuildFacts(admin);
        });
        break;
      case 'retain':
        await retain({ client: admin, horizon: horizonAfter(step.months, NOW), isDryRun: false });
        break;
      case 'rebuild':
        await rebuildAll({ ...run, ...calmly, admin, allowDataLoss: true });
        break;
    }
  } finally {
    await Promise.all([admin.end(), loading.close()]);
  }
}

describe('the ledger', () => {
  it('closes for every hour after each of any loads, replays, erasures, retentions and rebuilds', async () => {
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 20 }), async (steps) => {
        const warehouse = await aWarehouse();
        const source = memorySource();
        try {
          for (const each of steps) {
            await take(warehouse, source, each);
            expect(await ledgerDifferences(warehouse)).toEqual([]);
          }
          const [totals] = await warehouse.query(
            'shiny',
            `SELECT (SELECT coalesce(sum(loaded), 0)::integer FROM ledger_hourly) AS loaded,
               (SELECT count(*)::integer FROM clickstream_events) AS rows`,
          );
          expect(totals?.['loaded']).toBe(totals?.['rows']);
          rows += Number(totals?.['rows']);
        } finally {
          await warehouse.close();
        }
      }),
      { numRuns: 8 },
    );
    expect(rows).toBeGreaterThan(0);
  });
});
