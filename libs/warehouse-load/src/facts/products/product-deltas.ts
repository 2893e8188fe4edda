import { countedLoginState, isBefore, type FactRow } from '../input/fact-row';

/** The counts that new events add to one row of products_hourly. */
export interface ProductDelta {
  readonly hour: string;
  readonly productId: string;
  readonly loginState: string;
  readonly isBot: boolean;
  readonly isStaff: boolean;
  views: number;
  addToCarts: number;
}

/** The latest description of a product in new events. */
export interface ProductObservation {
  readonly id: string;
  readonly name: string;
  readonly category: string | null;
  readonly brand: string | null;
  readonly price: number | null;
  readonly row: FactRow;
}

/** Changes of products_hourly and of products. */
export class ProductDeltas {
  readonly hourly = new Map<string, ProductDelta>();
  readonly observations = new Map<string, ProductObservation>();

  /** Adds a view or a cart addition of a product to its hour. */
  addToHour(row: FactRow, hour: string): void {
    const { event_name: eventName, context_product_id: id } = row;
    if (id === null) return;
    if (eventName === 'product_view') this.deltaOf(row, hour, id).views += 1;
    else if (eventName === 'add_to_cart_click') this.deltaOf(row, hour, id).addToCarts += 1;
  }

  private deltaOf(row: FactRow, hour: string, productId: string): ProductDelta {
    const loginState = countedLoginState(row);
    const { is_bot: isBot, is_staff: isStaff } = row;
    const key = `${hour}|${loginState}|${isBot}|${isStaff}|${productId}`;
    let delta = this.hourly.get(key);
    if (!delta) {
      delta = { hour, productId, loginState, isBot, isStaff, views: 0, addToCarts: 0 };
      this.hourly.set(key, delta);
    }
    return delta;
  }

  /**
   * The latest event describes a product. Within one event, the last mention does: its product,
   * then the lines of its order.
   */
  private observeProduct(
    id: string,
    name: string | null,
    category: string | null,
    brand: string | null,
    price: number | null,
    row: FactRow,
  ): void {
    if (name === null) return;
    const before = this.observations.get(id);
    if (before && isBefore(row, before.row)) return;
    this.observations.set(id, { id, name, category, brand, price, row });
  }

  /** Adds the products of an event, which describes them from then on. */
  observe(row: FactRow): void {
    const { event_name: eventName, context_product_id: id, context_product_name: name } = row;
    if (id !== null) {
      const { context_product_category, context_product_brand, context_product_price } = row;
      this.observeProduct(
        id,
        name,
        context_product_category,
        context_product_brand,
        context_product_price,
        row,
      );
    }
    if (eventName !== 'checkout_complete') return;
    for (const item of row.items ?? []) {
      const { name, category, brand, price } = item;
      this.observeProduct(item.id, name ?? null, category ?? null, brand ?? null, price ?? null, row);
    }
  }
}
