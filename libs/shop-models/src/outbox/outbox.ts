import type { DataSource } from 'typeorm';

/** An event to be delivered, with the name of the browser that it is about. */
export interface WaitingEvent {
  readonly eventId: string;
  readonly event: Readonly<Record<string, unknown>>;
  readonly userAgent: string | null;
}

/** The end of a delivery, by event id. What is not named stays, and is taken again later. */
export interface DeliveryResult {
  /** Ingest has them. */
  readonly delivered: readonly string[];
  /** Ingest will never take them. */
  readonly refused: readonly { readonly eventId: string; readonly reason: string }[];
}

/** The rows of the outbox, for whoever delivers them. */
export interface Outbox {
  /**
   * The events that are due, the earliest first. Each is put off by a growing pause, so that a
   * second deliverer does not take it, and one that ends half way loses nothing.
   */
  take(): Promise<WaitingEvent[]>;
  settle(result: DeliveryResult): Promise<void>;
}

/** Events of one call: few enough for one request, even if each is an order of many lines. */
const TAKEN_AT_ONCE = 20;
/** Pauses between tries, in seconds: one minute, doubled each time, at most an hour. */
const FIRST_PAUSE = 60;
const LONGEST_PAUSE = 3_600;

/**
 * The outbox in the shop's database.
 *
 * @param waitSeconds age from which an event is due: before, the browser's own copy may still come,
 *   and has more to tell
 */
export function databaseOutbox(source: DataSource, waitSeconds: number): Outbox {
  return {
    async take() {
      const [rows] = await source.query<[WaitingEvent[], number]>(
        `UPDATE outbox_events AS waiting
         SET attempts = attempts + 1,
           next_at = now() + make_interval(secs => least($3 * 2 ^ least(attempts, 10), $4) * (0.75 + random() / 2))
         FROM (
           SELECT event_id FROM outbox_events
           WHERE refused IS NULL AND next_at <= now() AND written_at <= now() - make_interval(secs => $1)
           ORDER BY next_at, event_id LIMIT $2 FOR UPDATE SKIP LOCKED
         ) AS due
         WHERE waiting.event_id = due.event_id
         RETURNING waiting.event_id AS "eventId", event, user_agent AS "userAgent"`,
        [waitSeconds, TAKEN_AT_ONCE, FIRST_PAUSE, LONGEST_PAUSE],
      );
      // UUIDs of version 7 begin with the time.
      return rows.sort((one, other) => (one.eventId < other.eventId ? -1 : 1));
    },
    async settle({ delivered, refused }) {
      await source.query('DELETE FROM outbox_events WHERE event_id = ANY($1::uuid[])', [delivered]);
      await source.query(
        `UPDATE outbox_events SET refused = answer.reason
         FROM unnest($1::uuid[], $2::text[]) AS answer (event_id, reason)
         WHERE outbox_events.event_id = answer.event_id`,
        [refused.map(({ eventId }) => eventId), refused.map(({ reason }) => reason)],
      );
    },
  };
}

/**
 * The age in hours of the oldest event that ingest does not have, refused ones too; 0 for none.
 * That of an order to be paid does not count.
 */
export async function oldestInOutbox(source: DataSource): Promise<number> {
  const [row] = await source.query<{ hours: number }[]>(
    `SELECT coalesce(extract(epoch FROM now() - min(written_at)) / 3600, 0)::float8 AS hours FROM outbox_events
     WHERE next_at < 'infinity'`,
  );
  return row?.hours ?? 0;
}
