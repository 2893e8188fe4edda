import { LIMITS } from '../limits';
import { objectOf } from './field-values';
import { truncate } from './text/truncate';

/** The fields that the contract does not know, as far as they are kept. */
const MAX_FIELDS = 100;
const MAX_CHARACTERS = 8_192;
const MAX_DEPTH = 5;

/**
 * Names in column `properties` that the contract's parts fill, so that other fields must not use
 * them.
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
  'discount',
  '_sender',
  '_corrections',
]);

/**
 * Puts fields that the contract does not know into an event's properties, where existing properties
 * have precedence. Number, length and depth are limited to what one event may reasonably need. The
 * rest is left out; the raw line has it.
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

/** @returns undefined for a value that does not fit */
function within(value: unknown, room: Room, depth: number): unknown {
  if (typeof value === 'object' && value !== null) {
    if (depth >= MAX_DEPTH) return undefined;
    if (!Array.isArray(value)) return Object.fromEntries(entriesWithin(value, room, depth));
    return entriesWithin(value, room, depth).map(([, inner]) => inner);
  }
  const kept = typeof value === 'string' ? truncate(value, LIMITS.maxText) : value;
  room.characters -= String(kept).length;
  return room.characters < 0 ? undefined : kept;
}
