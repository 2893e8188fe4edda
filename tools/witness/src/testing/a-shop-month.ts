import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { clickstreamApi, sendSessions, simulate } from '@clickstream/shopper-simulator';
import {
  aBucket,
  etlEnvironment,
  outcomeOf,
  startCommand,
  type TestBucket,
} from '@clickstream/warehouse-load/testing';
import type { OddVisit } from './odd-visits';

/** Test bed of the witness: what shoppers did goes through ingest, S3 and the ETL. */
export interface ShopMonth {
  readonly warehouse: TestWarehouse;
  readonly bucket: TestBucket;
  /**
   * Sends simulated shoppers of the last days and some visits more to ingest.
   *
   * @returns how many visits were simulated
   */
  receive(days: number, sessionsPerDay: number, visits: readonly OddVisit[]): Promise<number>;
  load(): Promise<void>;
  /** Runs `npm run witness` as a person does. */
  witness(...args: string[]): ReturnType<typeof outcomeOf>;
  close(): Promise<void>;
}

export async function aShopMonth(): Promise<ShopMonth> {
  const [warehouse, bucket] = await Promise.all([aWarehouse(), aBucket()]);
  const env = { ...etlEnvironment(bucket.name, warehouse.etlUrl), DW_SHINY_URL: warehouse.shinyUrl };
  return {
    warehouse,
    bucket,
    async receive(days, sessionsPerDay, visits) {
      const ingest = startCommand('apps/ingest-lambda/src/run-locally.ts', env, ['--port', '0']);
      const ended = once(ingest, 'close');
      try {
        const url = await addressOf(ingest.stdout);
        const simulated = simulate({ seed: 11, days, sessionsPerDay, until: new Date() });
        const { sessions } = await sendSessions(simulated, clickstreamApi(url), 4, () => undefined);
        for (const visit of visits) await post(url, visit);
        return sessions;
      } finally {
        ingest.kill();
        await ended;
      }
    },
    async load() {
      const { code, errors } = await outcomeOf(startCommand('apps/etl-lambda/src/run-locally.ts', env));
      if (code !== 0) throw new Error(errors);
    },
    witness: (...args) => outcomeOf(startCommand('tools/witness/src/main.ts', env, args)),
    async close() {
      bucket.close();
      await warehouse.close();
    },
  };
}

/** Posts a visit as a browser does whose clock may be wrong. */
async function post(url: string, { events, userAgent, clockAhead }: OddVisit): Promise<void> {
  const sentAt = new Date(Date.now() + clockAhead).toISOString();
  const answer = await fetch(`${url}/clickstream`, {
    method: 'POST',
    headers: { 'user-agent': userAgent, 'content-type': 'text/plain;charset=UTF-8' },
    body: JSON.stringify({ sentAt, events }),
  });
  if (!answer.ok) throw new Error(`Ingest answered ${answer.status}: ${await answer.text()}`);
}

async function addressOf(output: NodeJS.ReadableStream | null): Promise<string> {
  if (!output) throw new Error('Ingest has no output.');
  for await (const line of createInterface({ input: output })) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('Ingest ended before it was ready.');
}
