import type { SenderAdapter } from '../adapter';
import { toSourceEvent } from './third-party-event';

/** Events of a sender that we do not know, with any names of fields. */
export const other: SenderAdapter = { name: 'other', recognizes: () => true, toSourceEvent };
