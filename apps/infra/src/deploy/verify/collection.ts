import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { messageOf } from '@clickstream/command-line';
import type { Finding } from '../finding';
import type { Account } from './account';

/** Runs of the ETL that may have to end before the one that loads the event. */
const RUNS = 40;

interface Run {
  readonly loaded: number;
  readonly more: boolean;
}

/**
 * Sends one event on its whole way: API, bucket, ETL, warehouse. What the ETL has loaded was in the
 * bucket. The sender calls itself a robot, so that no report counts the event.
 */
export async function verifyCollection(account: Account): Promise<Finding[]> {
  const endpoint = await account.published('ingest/endpoint');
  if (!endpoint)
    return [{ what: 'API', problem: 'ingest/endpoint is not published. Deploy the stack Ingest.' }];
  const status = await statusOf(account, endpoint);
  if (status !== 202)
    return [
      {
        what: 'API',
        problem: `${endpoint} answered ${status} instead of 202. Read the log of clickstream-lambda-ingest.`,
      },
    ];
  return [{ what: 'API' }, await verifyLoad(account)];
}

async function statusOf(account: Account, endpoint: string): Promise<number | string> {
  const event = { eventName: 'page_view', pageUrl: 'https://deploy-verify.invalid/', clientId: randomUUID() };
  try {
    return await account.post(endpoint, { events: [event] });
  } catch (error) {
    return messageOf(error);
  }
}

async function verifyLoad(account: Account): Promise<Finding> {
  const what = 'an event through API, bucket and ETL';
  try {
    for (let run = 1; run <= RUNS; run++) {
      const { loaded, more } = await invokeEtl(account);
      if (loaded > 0) return { what };
      // Another run is at work, or a new object is not listed yet.
      if (!more) await account.wait();
    }
    return { what, problem: 'the ETL ran and loaded nothing. Read its log: is the object in the bucket?' };
  } catch (error) {
    return { what, problem: `${messageOf(error)}. Read the log of SBW_Lamda_ETL.` };
  }
}

async function invokeEtl({ aws, suffix }: Account): Promise<Run> {
  const file = join(tmpdir(), `clickstream-verify-${randomUUID()}.json`);
  try {
    const answer = (await aws(
      ...['lambda', 'invoke', '--function-name', `SBW_Lamda_ETL${suffix}`, '--payload', 'e30=', file],
    )) as { FunctionError?: string };
    const text = await readFile(file, 'utf8');
    if (answer.FunctionError) throw new Error(`The ETL failed: ${text.slice(0, 300)}`);
    return JSON.parse(text) as Run;
  } finally {
    await rm(file, { force: true });
  }
}
