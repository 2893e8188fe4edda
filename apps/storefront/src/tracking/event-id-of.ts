import { createHash } from 'node:crypto';
import { uuidV7From } from '@clickstream/event-schema';

/**
 * The id of the one event that a fact of the shop gives, however often and wherever it is
 * recorded: a UUIDv7 with the time of the fact, so that it lies in the month of its order, and a
 * hash of the fact in place of chance.
 *
 * @param fact for example `checkout_complete:SBW-23456789`
 */
export function eventIdOf(fact: string, at: string): string {
  return uuidV7From(Date.parse(at), createHash('sha256').update(fact).digest());
}
