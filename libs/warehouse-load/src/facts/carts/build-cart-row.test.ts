import type { ClickstreamEvent } from '@clickstream/event-schema';
import {
  aCart,
  aCheckoutComplete,
  aCheckoutStart,
  anAddToCart,
  anEventNamed,
  aProduct,
} from '@clickstream/event-schema/testing';
import { toWarehouseRow, type WarehouseRow } from '../../row/to-warehouse-row';
import { received } from '../../testing/raw-events';
import { groupCartEvents } from './group-cart-events';
import { buildCartRow, type CartRow } from './build-cart-row';

/** Rows of events of one browser at so many minutes past nine. */
function rowsOf(events: readonly (readonly [minute: number, event: ClickstreamEvent])[]): WarehouseRow[] {
  return events.map(([minute, event], index) => {
    const eventTimestamp = new Date(Date.parse('2026-11-02T09:00:00Z') + minute * 60_000).toISOString();
    const place = { objectKey: 'events/2026/11/02/09/a', objectId: 1, line: index + 1, keyTime: 0 };
    const result = toWarehouseRow(received({ ...event, eventTimestamp }), place);
    if (!result.ok) throw new Error(result.detail);
    return result.row;
  });
}

const cartOf = (...events: (readonly [minute: number, event: ClickstreamEvent])[]): CartRow =>
  buildCartRow('cart-1', rowsOf(events));

const without = { cart: null, product: aProduct({ price: 100, discountPrice: 60 }) };
const add = anAddToCart(without);
const remove = anEventNamed('remove_from_cart_click', without);

describe('the contents of a cart', () => {
  it('are what the last event lists', () => {
    const cart = aCart({
      value: 500,
      items: [aProduct({ quantity: 2 }), aProduct({ id: 'B', quantity: 3 })],
    });
    expect(cartOf([1, anAddToCart()], [2, anAddToCart({ cart })])).toMatchObject({ value: 500, pieces: 5 });
  });

  it('have the value of their lines when no event names one', () => {
    const items = [
      aProduct({ price: 0.1, discountPrice: null, quantity: 3 }),
      aProduct({ discountPrice: 0, quantity: 1 }),
    ];
    expect(cartOf([1, aCheckoutStart({ cart: { items } })])).toMatchObject({ value: 0.3, pieces: 4 });
  });

  it('are counted piece by piece when events only add and remove products', () => {
    expect(cartOf([1, add], [2, add], [3, remove])).toMatchObject({ value: 60, pieces: 1, emptied_at: null });
    expect(cartOf([1, add], [2, remove], [3, remove])).toMatchObject({
      value: 0,
      pieces: 0,
      emptied_at: '2026-11-02T09:02:00.000Z',
    });
  });

  it('change by the number of pieces that the product of an event names', () => {
    const three = { cart: null, product: aProduct({ price: 100, discountPrice: null, quantity: 3 }) };
    const two = { cart: null, product: aProduct({ price: 100, discountPrice: null, quantity: 2 }) };
    expect(cartOf([1, anAddToCart(three)])).toMatchObject({ value: 300, pieces: 3 });
    expect(cartOf([1, anAddToCart(three)], [2, anEventNamed('remove_from_cart_click', two)])).toMatchObject({
      value: 100,
      pieces: 1,
      emptied_at: null,
    });
    expect(cartOf([1, anAddToCart(two)], [2, anEventNamed('remove_from_cart_click', three)])).toMatchObject({
      value: 0,
      pieces: 0,
      emptied_at: '2026-11-02T09:02:00.000Z',
    });
  });

  it('are not marked emptied when no event lists them', () => {
    expect(cartOf([1, aCheckoutStart({ cart: null })])).toMatchObject({ pieces: 0, emptied_at: null });
  });
});

describe('an abandoned cart', () => {
  it('has had no event for more than an hour', () => {
    expect(cartOf([0, add], [60, add])).toMatchObject({ abandonments: 0, recovered_at: null });
    expect(cartOf([0, add], [61, add], [200, add])).toMatchObject({
      abandonments: 2,
      recovered_at: '2026-11-02T12:20:00.000Z',
      abandons_at: '2026-11-02T13:20:00.000Z',
    });
  });

  it('was not empty', () => {
    expect(cartOf([0, add], [1, remove], [90, add])).toMatchObject({ abandonments: 0, recovered_at: null });
    expect(cartOf([0, add], [1, remove]).abandons_at).toBeNull();
  });

  it('was not bought', () => {
    expect(cartOf([0, add], [1, aCheckoutComplete()], [90, add])).toMatchObject({
      abandonments: 0,
      abandons_at: null,
      bought_at: '2026-11-02T09:01:00.000Z',
      events: 2,
    });
  });
});

describe('the cart of an event', () => {
  const cartsOf = (...events: ClickstreamEvent[]) =>
    [...groupCartEvents(rowsOf(events.map((event, minute) => [minute, event]))).values()].map(
      ({ length }) => length,
    );
  const named = (cartId: string) => anAddToCart({ cart: aCart({ cartId }) });
  const order = (orderId: string) => {
    const complete = aCheckoutComplete();
    return { ...complete, order: { ...complete.order, orderId } };
  };

  it('is the current one until an order', () => {
    expect(cartsOf(named('a'), add, order('o-1'), add, add)).toEqual([3, 2]);
  });

  it('is the one that it names, which then becomes the current one', () => {
    expect(cartsOf(named('a'), named('b'), add, named('a'))).toEqual([2, 2]);
  });

  it('is a new one for another user of the same browser', () => {
    const by = (userId: string | null) => anAddToCart({ ...without, userId });
    expect(cartsOf(by(null), by('linh'), by(null), by('minh'), by(null))).toEqual([3, 2]);
  });
});
