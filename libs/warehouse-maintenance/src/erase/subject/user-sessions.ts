import type { ClientBase } from 'pg';

/** Times as ISO 8601, both included; `to` is null when it has no end. */
interface Stretch {
  readonly from: string;
  /** Time of the last event in it that names the user. */
  lastNamed: string;
  to: string | null;
}

interface NamedEvent {
  readonly session_id: string;
  readonly at: string;
  readonly user_id: string;
}

/**
 * The stretches of sessions in which only the user was signed in: from an event
 * that names the user to the next that does, and after the last of them to the end,
 * unless another user signs in.
 */
export class UserSessions {
  private constructor(private readonly bySession: ReadonlyMap<string, readonly Stretch[]>) {}

  static readonly NONE = new UserSessions(new Map());

  /** Reads the sessions in which the user was signed in. */
  static async of(client: ClientBase, userId: string): Promise<UserSessions> {
    const { rows } = await client.query<NamedEvent>(
      `SELECT session_id, user_id, to_char(event_timestamp AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
       FROM clickstream_events AS event
       WHERE user_id IS NOT NULL
         AND session_id IN (SELECT session_id FROM clickstream_events WHERE user_id = $1)
       ORDER BY session_id, event_timestamp, sequence NULLS FIRST, event_id`,
      [userId],
    );
    return UserSessions.from(rows, userId);
  }

  /** @param events that name a user, in their order */
  static from(events: readonly NamedEvent[], userId: string): UserSessions {
    const bySession = new Map<string, Stretch[]>();
    for (const { session_id, at, user_id } of events) {
      const stretches = bySession.get(session_id) ?? [];
      bySession.set(session_id, stretches);
      const last = stretches.at(-1);
      if (user_id !== userId) {
        // Anonymous events before another user signs in may be that user's.
        if (last?.to === null) last.to = last.lastNamed;
      } else if (last?.to === null) {
        last.lastNamed = at;
      } else {
        stretches.push({ from: at, lastNamed: at, to: null });
      }
    }
    return new UserSessions(bySession);
  }

  get ids(): string[] {
    return [...this.bySession.keys()];
  }

  /** True when an event without a user, in this session and at this time, is the user's. */
  holds(sessionId: string | null, at: string): boolean {
    const stretches = sessionId === null ? undefined : this.bySession.get(sessionId);
    return stretches?.some(({ from, to }) => from <= at && (to === null || at <= to)) === true;
  }
}
