import { DuckDBInstance } from '@duckdb/node-api';
import pg from 'pg';
import { asReader } from '../../etl/test-bed/settings';
import type { Days } from '../../questions/ask-in-r';
import type { QuestionTimes } from '../../questions/times-table';
import { eventsAsParquet } from './events-as-parquet';
import { ON_EVENTS, peerQuestions } from './peer-questions';

/** Threads and memory of DuckDB: those of the machine that PostgreSQL is set for. */
const DUCKDB_OPTIONS = { threads: '2', memory_limit: '2GB' };

type Answer = readonly Record<string, unknown>[];
type Times = Record<string, (number | null)[][]>;

/**
 * Asks the peers: the table of events itself, and DuckDB over Parquet of the same rows.
 *
 * @param folder for the Parquet file, which the caller removes
 * @returns milliseconds of each round, by question and peer
 * @throws Error when both peers do not answer alike
 */
export async function askPeers(
  warehouse: string,
  folder: string,
  ranges: readonly Days[],
  rounds: number,
): Promise<QuestionTimes> {
  const duckdb = await (await DuckDBInstance.create(':memory:', DUCKDB_OPTIONS)).connect();
  const client = new pg.Client({ connectionString: asReader(warehouse) });
  await client.connect();
  await client.query("SET timezone = 'UTC'");
  const times: Times = {};
  try {
    const parquet = await eventsAsParquet(duckdb, warehouse, folder);
    const onEvents = async (sql: string) => (await client.query(sql)).rows as Answer;
    const onParquet = async (sql: string) => (await duckdb.runAndReadAll(sql)).getRowObjectsJS();
    for (const [from, to] of ranges) {
      const ofParquet = peerQuestions(parquet, from, to);
      for (const [question, sql] of Object.entries(peerQuestions(ON_EVENTS, from, to))) {
        const events = await timed(() => onEvents(sql), rounds);
        const lake = await timed(() => onParquet(ofParquet[question] ?? ''), rounds);
        if (JSON.stringify(events.answer) !== JSON.stringify(lake.answer)) {
          throw new Error(`PostgreSQL and DuckDB answer differently: ${question}, ${from} to ${to}.`);
        }
        (times[`${question}, of the events`] ??= []).push(events.times);
        (times[`${question}, DuckDB over Parquet`] ??= []).push(lake.times);
      }
    }
  } finally {
    await client.end();
    duckdb.closeSync();
  }
  return times;
}

/** The first answer, which is not counted, and the milliseconds of the others. */
async function timed(
  ask: () => Promise<Answer>,
  rounds: number,
): Promise<{ answer: Answer; times: number[] }> {
  const answer = await ask();
  const times: number[] = [];
  while (times.length < rounds) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  return { answer, times };
}
