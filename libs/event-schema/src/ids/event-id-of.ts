import { createHash } from 'node:crypto';
import { uuidV7From } from './event-id';

/**
 * The id of the single event of a fact, however often and wherever the fact is recorded: a UUIDv7
 * with the time of the fact, so that its row goes to the month of its order, and a hash of the fact
 * instead of random bits. For Node, since browsers have no hash without waiting.
 *
 * @param fact for example `checkout_complete:SBW-23456789`
 */
export function eventIdOf(fact: string, at: string): string {
  return uuidV7From(Date.parse(at), createHash('sha256').update(fact).digest());
}
