import { EVENT_NAMES, isUuid } from '@clickstream/event-schema';
import { faultsOf } from '@clickstream/event-schema/validate';
import type { Fate, Fates } from '../fates';
import type { WarehouseAnswer } from './warehouse';

type Event = Readonly<Record<string, unknown>>;

/** Checks events against the contract, and asks what became of each. */
export async function fatesOf(
  events: readonly Event[],
  ask: ((ids: readonly string[]) => Promise<WarehouseAnswer>) | null,
): Promise<Fates> {
  const ids = events.map(({ eventId }) => String(eventId));
  const answer = ask && (await ask(ids.filter(isUuid)).catch(() => null));
  return {
    warehouse: ask === null ? 'absent' : answer === null ? 'unreachable' : 'asked',
    loadedAt: answer?.loadedAt ?? null,
    events: Object.fromEntries(events.map((event, index) => [ids[index], fateOf(event, answer)])),
  };
}

function fateOf(event: Event, answer: WarehouseAnswer | null): Fate {
  const id = String(event['eventId']);
  return {
    faults: [...faultsOf(event)],
    isKnown: EVENT_NAMES.some((name) => name === event['eventName']),
    loaded: answer?.loaded.get(id) ?? null,
    quarantined: answer?.quarantined.get(id) ?? null,
  };
}
