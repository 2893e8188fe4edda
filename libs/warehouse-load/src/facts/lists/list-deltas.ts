import { countOf, objectOf, textOf } from '@clickstream/event-schema/normalize';
import { countedLoginState, type FactRow } from '../input/fact-row';

/** The counts that new events add to one row of lists_hourly. */
export interface ListDelta {
  readonly hour: string;
  readonly list: string;
  readonly position: number;
  readonly shown: number;
  readonly loginState: string;
  readonly isBot: boolean;
  readonly isStaff: boolean;
  views: number;
  clicks: number;
  addToCarts: number;
}

/** Changes of lists_hourly. */
export class ListDeltas {
  private readonly byKey = new Map<string, ListDelta>();

  get all(): ListDelta[] {
    return [...this.byKey.values()];
  }

  /** Adds a view of a list to its hour, or a click on a product of one, or its way to the cart. */
  addToHour(row: FactRow, hour: string): void {
    const { event_name: eventName, properties } = row;
    const isView = eventName === 'product_list_view';
    if (!isView && eventName !== 'select_item' && eventName !== 'add_to_cart_click') return;
    const list = objectOf(properties?.['list']);
    const name = textOf(list?.['name']);
    if (!list || name === null) return;
    if (isView) {
      const shown = countOf(list['shown']) ?? 0;
      if (shown > 0) this.deltaOf(row, hour, name, countOf(list['first']) ?? 1, shown).views += 1;
      return;
    }
    const delta = this.deltaOf(row, hour, name, countOf(list['position']) ?? 0, 0);
    if (eventName === 'select_item') delta.clicks += 1;
    else delta.addToCarts += 1;
  }

  private deltaOf(row: FactRow, hour: string, list: string, position: number, shown: number): ListDelta {
    const loginState = countedLoginState(row);
    const { is_bot: isBot, is_staff: isStaff } = row;
    const key = `${hour}|${loginState}|${isBot}|${isStaff}|${position}|${shown}|${list}`;
    let delta = this.byKey.get(key);
    if (!delta) {
      const counts = { views: 0, clicks: 0, addToCarts: 0 };
      delta = { hour, list, position, shown, loginState, isBot, isStaff, ...counts };
      this.byKey.set(key, delta);
    }
    return delta;
  }
}
