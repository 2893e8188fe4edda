import type { NumberCheck } from '../number-check';

/** Makes a check of a number, with what is known of it beforehand. */
export type Check = (
  name: string,
  counted: string | number,
  sql: string,
  theirs?: NumberCheck['theirs'],
) => NumberCheck;

/** Every event of the warehouse. */
export const EVENTS = 'public.clickstream_events';
