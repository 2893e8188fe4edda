import type { FactInput, SeenProduct } from './fact-input';

const HOUR_MS = 3_600_000;

/** What new events add to one row of activity_hourly. Amounts are kept one by one: PostgreSQL adds them exactly. */
export interface ActivityGain {
  readonly hour: string;
  readonly eventName: string;
  readonly loginState: string;
  readonly isBot: boolean;
  readonly revenue: number | string;
  events: number;
}

/** What new events add to one row of products_hourly. */
export interface ProductGain {
  readonly hour: string;
  readonly productId: string;
  readonly loginState: string;
  readonly isBot: boolean;
  /** Of one piece; 0 where nothing was ordered. */
  readonly unitPrice: number | string;
  views: number;
  addToCarts: number;
  unitsOrdered: number;
}

/** The latest that new events say about a product. */
export interface ProductSighting extends SeenProduct {
  readonly time: number;
  readonly eventId: string;
  /** Place within the event: its own product, then the lines of its order. */
  readonly place: number;
}

/** What new events change in the facts that add up. */
export interface RollUp {
  readonly activity: readonly ActivityGain[];
  readonly products: readonly ProductGain[];
  readonly sightings: readonly ProductSighting[];
}

/** Adds up what new events change, so that a chunk touches each row of the facts once. */
export function rollUp(events: readonly FactInput[]): RollUp {
  const activity = new Map<string, ActivityGain>();
  const products = new Map<string, ProductGain>();
  const sightings = new Map<string, ProductSighting>();
  for (const event of events) {
    addActivity(activity, event);
    addProducts(products, event);
    noteSightings(sightings, event);
  }
  return {
    activity: [...activity.values()],
    products: [...products.values()],
    sightings: [...sightings.values()],
  };
}

function addActivity(activity: Map<string, ActivityGain>, event: FactInput): void {
  const { eventName, loginState, isBot } = event;
  const hour = hourOf(event.time);
  const revenue = event.revenue ?? 0;
  const key = `${hour}|${eventName}|${loginState}|${isBot}|${revenue}`;
  const gain = activity.get(key);
  // Events of equal revenue share a gain, whose amount PostgreSQL multiplies.
  if (gain) gain.events += 1;
  else activity.set(key, { hour, eventName, loginState, isBot, revenue, events: 1 });
}

function addProducts(products: Map<string, ProductGain>, event: FactInput): void {
  const { eventName, product } = event;
  if (product && (eventName === 'product_view' || eventName === 'add_to_cart_click')) {
    const gain = productGain(products, event, product.id, 0);
    if (eventName === 'product_view') gain.views += 1;
    else gain.addToCarts += 1;
  }
  for (const { id, quantity, price, discountPrice } of event.boughtItems) {
    productGain(products, event, id, discountPrice ?? price ?? 0).unitsOrdered += quantity;
  }
}

function productGain(
  products: Map<string, ProductGain>,
  { time, loginState, isBot }: FactInput,
  productId: string,
  unitPrice: number | string,
): ProductGain {
  const hour = hourOf(time);
  const key = `${hour}|${loginState}|${isBot}|${unitPrice}|${productId}`;
  let gain = products.get(key);
  if (!gain) {
    gain = { hour, productId, loginState, isBot, unitPrice, views: 0, addToCarts: 0, unitsOrdered: 0 };
    products.set(key, gain);
  }
  return gain;
}

function noteSightings(
  sightings: Map<string, ProductSighting>,
  { time, eventId, product, boughtItems }: FactInput,
): void {
  const seen = [product, ...boughtItems];
  for (const [place, shown] of seen.entries()) {
    if (!shown?.name) continue;
    const before = sightings.get(shown.id);
    if (before && !isLater(time, eventId, place, before)) continue;
    const { id, name, category = null, brand = null, price = null } = shown;
    sightings.set(id, { id, name, category, brand, price, time, eventId, place });
  }
}

function isLater(time: number, eventId: string, place: number, before: ProductSighting): boolean {
  if (time !== before.time) return time > before.time;
  if (eventId !== before.eventId) return eventId > before.eventId;
  return place > before.place;
}

/** Each hour's text is made once: most events of a chunk lie in a few hours. */
const hourTexts = new Map<number, string>();

function hourOf(time: number): string {
  const hour = Math.floor(time / HOUR_MS);
  let text = hourTexts.get(hour);
  if (text === undefined) {
    if (hourTexts.size > 10_000) hourTexts.clear();
    text = new Date(hour * HOUR_MS).toISOString();
    hourTexts.set(hour, text);
  }
  return text;
}
