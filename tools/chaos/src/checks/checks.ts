import pg from 'pg';
import { figure, type Check } from './check';
import { runCommand } from '../command-process';
import { checkEvents } from './event-checks';
import type { RunResult } from '../etl-lanes';
import { differences, printAll, printFacts, type FactPrints } from './fact-tables';
import type { KnownTraffic } from '../known-traffic';
import { checkLedger, checkMissingRow, lastLine, STATUS } from './ledger-checks';
import type { TestBed } from '../test-bed';
import { checkTroubles, type Troubles } from './trouble-checks';

const REBUILD = 'tools/warehouse-commands/src/rebuild.ts';

/**
 * All checks after the faults have ended and everything is loaded.
 *
 * @param ingested what ingest answered
 * @param loadAgain one more run of the ETL
 */
export async function checkAll(
  testBed: TestBed,
  traffic: KnownTraffic,
  ingested: { readonly accepted: number; readonly rejected: number },
  troubles: Troubles,
  loadAgain: () => Promise<RunResult>,
): Promise<Check[]> {
  const client = new pg.Client({ connectionString: testBed.warehouse.adminUrl });
  await client.connect();
  try {
    return [
      ...checkTroubles(troubles),
      checkAnswers(traffic, ingested),
      ...(await checkEvents(client, testBed, traffic)),
      await checkLoadAgain(loadAgain),
      ...(await checkLedger(client, testBed, ingested)),
      await checkFacts(client, testBed),
      ...(await checkMissingAndBuiltAnew(client, testBed, traffic)),
    ];
  } finally {
    await client.end();
  }
}

function checkAnswers(
  { sent, sentInAll, known }: KnownTraffic,
  { accepted, rejected }: { readonly accepted: number; readonly rejected: number },
): Check {
  return {
    name: 'Ingest answered for every event',
    holds: accepted >= sent && accepted + rejected === sentInAll,
    detail: `${figure(known.size)} events, ${figure(sent - known.size)} sent again; ${figure(accepted)} accepted, ${figure(rejected)} rejected`,
  };
}

async function checkLoadAgain(loadAgain: () => Promise<RunResult>): Promise<Check> {
  const { objects, loaded } = await loadAgain();
  return {
    name: 'One more run finds nothing to load',
    holds: objects === 0 && loaded === 0,
    detail: `${objects} objects, ${loaded} events`,
  };
}

async function checkMissingAndBuiltAnew(
  client: pg.Client,
  testBed: TestBed,
  traffic: KnownTraffic,
): Promise<Check[]> {
  const loaded = await printAll(client);
  return [await checkMissingRow(client, testBed), await checkBuiltAnew(client, testBed, traffic, loaded)];
}

/**
 * Checks that what was lost by hand, and everything else, comes back from the bucket.
 *
 * @param loaded what the loads had made, in any order and amid all the trouble
 */
async function checkBuiltAnew(
  client: pg.Client,
  testBed: TestBed,
  traffic: KnownTraffic,
  loaded: FactPrints,
): Promise<Check> {
  const env = testBed.envFor(testBed.s3Url);
  const { code, output } = await runCommand(REBUILD, env, ['--from-s3', '--yes']);
  const failed = (await checkEvents(client, testBed, traffic)).filter(({ holds }) => !holds);
  const status = await runCommand(STATUS, env, ['--all']);
  const different = differences(loaded, await printAll(client));
  return {
    name: 'Rebuilt from the bucket, events and facts are the same row for row, and status finds nothing wrong',
    holds: code === 0 && failed.length === 0 && status.code === 0 && different.length === 0,
    detail: [
      lastLine(output),
      ...different.map((table) => `${table} differs.`),
      ...failed.map(({ name, detail }) => `${name}: ${detail}`),
    ].join(' '),
  };
}

async function checkFacts(client: pg.Client, testBed: TestBed): Promise<Check> {
  const kept = await printFacts(client);
  const { code, output } = await runCommand(REBUILD, testBed.envFor(testBed.s3Url));
  const rebuilt = await printFacts(client);
  const different = differences(kept, rebuilt);
  return {
    name: 'The facts equal a full rebuild, row for row',
    holds: code === 0 && different.length === 0,
    detail:
      code === 0
        ? `${Object.keys(kept).length} tables${different.length > 0 ? `; different: ${different.join(', ')}` : ''}`
        : output.trim(),
  };
}
