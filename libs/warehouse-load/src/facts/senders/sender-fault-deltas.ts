import { hourOfTime, type FactRow } from '../input/fact-row';

/** Delta of one row of sender_faults; below 0 where faults are removed. */
export interface SenderFaultDelta {
  /** Times of receipt: whoever fixes a sender wants to know since when it is correct. */
  readonly hour: string;
  readonly sender: string;
  readonly fault: string;
  events: number;
}

/** Corrections of events, gathered by sender and fault. */
export class SenderFaultDeltas {
  private readonly byKey = new Map<string, SenderFaultDelta>();

  get all(): SenderFaultDelta[] {
    return [...this.byKey.values()].filter(({ events }) => events !== 0);
  }

  /**
   * Adds an event whose row is new, or removes one whose row is gone. Most have no fault and cost
   * nothing.
   */
  add({ properties, received_at }: FactRow, events: 1 | -1 = 1): void {
    const faults = properties?.['_corrections'];
    if (!Array.isArray(faults)) return;
    const hour = hourOfTime(received_at);
    const sender = senderOf(properties);
    for (const fault of faults) {
      const key = `${hour}|${sender}|${fault}`;
      const delta = this.byKey.get(key);
      if (delta) delta.events += events;
      else this.byKey.set(key, { hour, sender, fault: String(fault), events });
    }
  }
}

/** Our own events do not name their sender. */
function senderOf(properties: FactRow['properties']): string {
  const sender = properties?.['_sender'];
  return typeof sender === 'string' ? sender : 'clickstream';
}
