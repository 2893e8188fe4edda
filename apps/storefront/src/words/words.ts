import type { ENGLISH } from './en';
import type { Spoken } from './sentences';

/** Everything that the shop says to a shopper, by the part of the shop that says it. */
export type Words = Spoken<typeof ENGLISH>;
