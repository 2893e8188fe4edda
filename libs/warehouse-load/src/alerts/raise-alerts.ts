import type { ClientBase } from 'pg';
import { inTransaction } from '../warehouse/transaction';
import { Counts } from './counts/counts';
import { addOrders } from './counts/orders';
import { addTracking } from './counts/tracking';
import { addVisits } from './counts/visits';
import { judgedHour } from './judged-hour';
import { closeAlerts, insertAlert, knownAlerts } from './known-alerts';
import { decide } from './rule/decide';
import { MIN_WEEKS } from './rule/sample';
import { sentenceOf } from './sentence';

/** The load is not to wait longer: the next hour is judged instead. */
const STATEMENT_TIMEOUT = '10s';

/**
 * Compares the hour that has closed with a run with the weeks before, in a transaction apart from
 * the load's. An alert is raised once and stays open while it lasts.
 *
 * @param timeZone the shop's, whose hours and weekdays are compared
 * @returns a line for each alert that began or ended
 */
export function raiseAlerts(client: ClientBase, runId: number, timeZone: string): Promise<string[]> {
  return inTransaction(client, async () => {
    await client.query(`SET LOCAL statement_timeout = '${STATEMENT_TIMEOUT}'`);
    const hour = await judgedHour(client, runId);
    if (hour === null || hour.weeks < MIN_WEEKS) return [];
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
