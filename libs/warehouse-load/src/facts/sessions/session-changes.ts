import { isoSql } from '../input/fact-row';
import type { SessionRow } from './session-builder';

const TRAITS = [
  'session_id',
  'client_id',
  'user_id',
  'started_at',
  'is_bot',
  'login_state',
  'device',
  'channel',
  'utm_source',
  'utm_medium',
  'utm_campaign',
] as const satisfies readonly (keyof SessionRow)[];

/** The columns of a session that other facts are computed from. */
export type SessionTraits = Pick<SessionRow, (typeof TRAITS)[number]>;

/** Selects them in the form in which rows are written. */
export const SELECT_TRAITS = TRAITS.map((column) =>
  column === 'started_at' ? `${isoSql(column)} AS ${column}` : column,
).join(', ');

/** A session that other facts see differently than before. */
export interface SessionChange {
  /** Null for a session that is new. */
  readonly before: SessionTraits | null;
  /** Null for a session that is gone. */
  readonly after: SessionTraits | null;
}

/** Sessions whose traits have changed. */
export function changesOf(
  before: readonly SessionTraits[],
  after: readonly SessionTraits[],
): SessionChange[] {
  const known = new Map(before.map((traits) => [traits.session_id, traits]));
  const changes: SessionChange[] = [];
  for (const traits of after) {
    const old = known.get(traits.session_id) ?? null;
    known.delete(traits.session_id);
    if (old && TRAITS.every((column) => old[column] === traits[column])) continue;
    changes.push({ before: old, after: traits });
  }
  for (const gone of known.values()) changes.push({ before: gone, after: null });
  return changes;
}

/** Those that other facts have already seen. */
export function knownBefore(changes: readonly SessionChange[]): string[] {
  return changes.flatMap(({ before }) => before?.session_id ?? []);
}
