import type { ClientBase } from 'pg';
import { inTransaction } from '../warehouse/transaction';
import { Counts } from './counts/counts';
import { addOrders } from './counts/orders';
import { addTracking } from './counts/tracking';
import { addVisits } from './counts/visits';
import { judgedHour } from './judged-hour';
import { closeAlerts, insertAlert, knownAlerts } from './known-alerts';
import { decide } from './rule/decide';
import { sentenceOf } from './sentence';

/** The load is not to wait longer: the next hour is judged instead. */
const STATEMENT_TIMEOUT = '10s';

/**
 * The days that are read are a small part of the facts, and the groups of them are few: the planner
 * knows neither.
 */
const PLANNING = `SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; SET LOCAL jit = off`;

/**
 * Compares the hour that has closed with a run with the weeks before, in a transaction apart from
 * the load's. An alert is raised once and stays open while it lasts.
 *
 * @param timeZone the shop's, whose hours and weekdays are compared
 * @returns a line for each alert that began or ended
 */
export function raiseAlerts(client: ClientBase, runId: number, timeZone: string): Promise<string[]> {
  return inTransaction(client, async () => {
    await client.query(`SET LOCAL statement_timeout = '${STATEMENT_TIMEOUT}'; ${PLANNING}`);
    const hour = await judgedHour(client, runId);
    if (hour === null) return [];
    const { until, weeks } = hour;
    const counts = new Counts(weeks);
    const params = [until, timeZone, weeks];
    await addVisits(client, counts, params);
    await addOrders(client, counts, params);
    await addTracking(client, counts, params);
    const { raised, over } = decide(counts.all(), await knownAlerts(client, until));
    await closeAlerts(client, over, until);
    const lines = over.map(({ words }) => `Over: ${words}.`);
    for (const alert of raised) {
      const words = sentenceOf(alert);
      await insertAlert(client, alert, words, until, runId);
      lines.push(`Alert: ${words}.`);
    }
    return lines;
  });
}
