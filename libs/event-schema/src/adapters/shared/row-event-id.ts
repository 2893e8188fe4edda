import { createHash } from 'node:crypto';
import { uuidV7From } from '../../ids/event-id';

/**
 * The id of an event that a row of an export becomes. It is the same whenever and from whichever
 * file the row is read, so that a second import adds nothing. It includes the time of the event, so
 * that its row goes to the partition of its month.
 *
 * @param time milliseconds since 1970
 * @param key the text that distinguishes the row from all others of its kind
 */
export function rowEventId(time: number, key: readonly unknown[]): string {
  return uuidV7From(time, createHash('sha256').update(JSON.stringify(key)).digest());
}
