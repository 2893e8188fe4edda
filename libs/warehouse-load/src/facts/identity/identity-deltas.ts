import { isBefore, type FactRow } from '../input/fact-row';

/** The link that new events make between a user and a browser. */
export interface IdentityDelta {
  readonly clientId: string;
  readonly userId: string;
  /** The first and the last of the new events that name both. */
  first: FactRow;
  last: FactRow;
  events: number;
}

/** Sign-ins by browser, from new events. */
export class IdentityDeltas {
  private readonly byClient = new Map<string, IdentityDelta[]>();

  get all(): IdentityDelta[] {
    return [...this.byClient.values()].flat();
  }

  /** Adds an event whose row is new. */
  add(row: FactRow): void {
    const { client_id: clientId, user_id: userId } = row;
    if (clientId === null || userId === null) return;
    let ofClient = this.byClient.get(clientId);
    if (!ofClient) this.byClient.set(clientId, (ofClient = []));
    const delta = ofClient.find((each) => each.userId === userId);
    if (!delta) {
      ofClient.push({ clientId, userId, first: row, last: row, events: 1 });
      return;
    }
    delta.events += 1;
    if (isBefore(row, delta.first)) delta.first = row;
    if (isBefore(delta.last, row)) delta.last = row;
  }
}
