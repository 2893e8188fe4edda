import type { Notice, Observe } from '@clickstream/tracker';
import { afterNotice, NOTHING, type Inspected } from './entries';
import type { Fates } from './fates';
import type { InspectedTracker } from './wanted';

/** All that the drawer shows. */
export interface Inspection extends Inspected {
  readonly fates: Fates | null;
  readonly consent: string;
}

/** Events that are asked about at once. */
const ASKED = 50;

/** Holds what is known of the page's events, and tells listeners of changes. */
export class InspectionStore {
  private current: Inspection = { ...NOTHING, fates: null, consent: 'denied' };
  private readonly listeners = new Set<() => void>();

  constructor(private readonly tracker: () => InspectedTracker | undefined) {}

  readonly observe: Observe = (notice: Notice) => this.change(afterNotice(this.current, notice));
  readonly clear = () => this.change(NOTHING);
  readonly sendNow = () => void this.tracker()?.flush();
  readonly read = () => this.current;
  readonly follow = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * Asks the server about events of which more may be known by now.
   *
   * @returns false when the server has no inspector for this person
   */
  async ask(): Promise<boolean> {
    this.change({});
    const { entries, fates } = this.current;
    const open = entries.filter(({ id, state }) => {
      const fate = fates?.events[id];
      if (!fate) return true;
      return (
        fates.warehouse !== 'absent' && state === 'accepted' && fate.loaded === null && !fate.quarantined
      );
    });
    if (open.length === 0 && fates) return true;
    const body = JSON.stringify(open.slice(-ASKED).map(({ event }) => event));
    const response = await fetch('/inspector', { method: 'POST', body }).catch(() => null);
    if (response?.status === 404) return false;
    if (!response?.ok) return true;
    const answer = (await response.json()) as Fates;
    this.change({ fates: { ...answer, events: { ...this.current.fates?.events, ...answer.events } } });
    return true;
  }

  private change(part: Partial<Inspection>): void {
    this.current = { ...this.current, consent: this.tracker()?.consent() ?? 'denied', ...part };
    this.listeners.forEach((listener) => listener());
  }
}
