import { LIMITS } from '../limits';
import { objectOf } from './field-values';
import { beginningOf } from './text/truncate';

/** The fields that the contract does not know, as far as they are kept. */
const MAX_FIELDS = 100;
const MAX_CHARACTERS = 8_192;
const MAX_DEPTH = 5;

/**
 * Names in column `properties` that are filled from the contract's own parts, which
 * nothing else may pass for.
 */
const OUR_NAMES: ReadonlySet<string> = new Set([
  'category',
  'list',
  'results',
  'checkout',
  'login',
  'wishlisted',
  'share_channel',
  'coupon',
  '_sender',
  '_corrections',
]);

/**
 * Puts fields that the contract does not know into an event's properties, where its own have
 * precedence: at most so many, so long and so deep as one event may reasonably need. What is over
 * that is left out: the raw line has it.
 */
export function withOwnFields(properties: unknown, fields: Readonly<Record<string, unknown>>): unknown {
  const room = { fields: MAX_FIELDS, characters: MAX_CHARACTERS };
  const kept = entriesWithin(fields, room, 0).map(
    ([name, value]) => [OUR_NAMES.has(name) ? `own_${name}` : name, value] as const,
  );
  return kept.length === 0 ? properties : { ...Object.fromEntries(kept), ...objectOf(properties) };
}

interface Room {
  fields: number;
  characters: number;
}

function entriesWithin(object: object, room: Room, depth: number): [string, unknown][] {
  return Object.entries(object).flatMap(([name, value]): [string, unknown][] => {
    if (name.length > LIMITS.maxId || room.fields <= 0) return [];
    room.fields -= 1;
    room.characters -= name.length;
    const kept = within(value, room, depth + 1);
    return kept === undefined || kept === null ? [] : [[name, kept]];
  });
}

/** @returns undefined for what has no room */
function within(value: unknown, room: Room, depth: number): unknown {
  if (typeof value === 'object' && value !== null) {
    if (depth >= MAX_DEPTH) return undefined;
    if (!Array.isArray(value)) return Object.fromEntries(entriesWithin(value, room, depth));
    return entriesWithin(value, room, depth).map(([, inner]) => inner);
  }
  const kept = typeof value === 'string' ? beginningOf(value, LIMITS.maxText) : value;
  room.characters -= String(kept).length;
  return room.characters < 0 ? undefined : kept;
}
