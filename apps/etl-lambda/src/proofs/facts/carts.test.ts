import {
  aCart,
  aCheckoutComplete,
  aCheckoutStart,
  anAddToCart,
  anEventNamed,
  aProduct,
} from '@clickstream/event-schema/testing';
import { aFactsTestBed, at, NINE } from '@clickstream/warehouse-load/testing';

const testBed = aFactsTestBed();
const { load, rowsOf } = testBed;

const empty = aCart({ value: 0, items: [] });

describe('the state of a cart', () => {
  const stateOf = async (): Promise<unknown> => {
    const [cart] = await rowsOf('SELECT state, stage, value::float8 FROM dash.carts');
    return cart;
  };
  const minutesAgo = (minutes: number) => (Date.now() - NINE) / 60_000 - minutes;

  it('is active while less than an hour has passed', async () => {
    await load(at(minutesAgo(50), anAddToCart()));
    expect(await stateOf()).toEqual({ state: 'active', stage: 'cart', value: 23_490_000 });
  });

  it('is abandoned after an hour, with the step it reached and its value', async () => {
    await load(at(minutesAgo(70), anAddToCart()));
    expect(await stateOf()).toEqual({ state: 'abandoned', stage: 'cart', value: 23_490_000 });
    await load(at(minutesAgo(61), aCheckoutStart({ cart: aCart({ value: 50 }) })));
    expect(await stateOf()).toEqual({ state: 'abandoned', stage: 'checkout', value: 50 });
  });

  it('is recovered when it continues after that', async () => {
    await load(at(minutesAgo(90), anAddToCart()), at(minutesAgo(10), anAddToCart()));
    expect(await stateOf()).toMatchObject({ state: 'recovered' });
  });

  it('is emptied when the last line is removed, and no longer once something is added', async () => {
    await load(at(1, anAddToCart()), at(2, anEventNamed('remove_from_cart_click', { cart: empty })));
    expect(await stateOf()).toMatchObject({ state: 'emptied', value: 0 });
    await load(at(3, anAddToCart()));
    expect(await stateOf()).toMatchObject({ state: 'abandoned' });
  });

  it('is bought, recovered or not, and later events do not change it', async () => {
    await load(at(1, anAddToCart()), at(90, aCheckoutComplete()));
    await load(at(95, anEventNamed('checkout_step', { cart: empty })));
    expect(await rowsOf('SELECT state, order_id, recovered_at, abandonments FROM dash.carts')).toEqual([
      { state: 'bought', order_id: 'order-1', recovered_at: new Date(NINE + 90 * 60_000), abandonments: 1 },
    ]);
  });
});

describe('a cart', () => {
  it('continues over sessions, and on another browser once its user signs in there', async () => {
    const phone = {
      clientId: 'phone',
      sessionId: 'p1',
      userId: 'linh',
      userLoginState: 'logged_in',
    } as const;
    await load(
      at(1, anAddToCart({ clientId: 'laptop', sessionId: 'l1' })),
      at(40, anAddToCart({ clientId: 'laptop', sessionId: 'l2' })),
    );
    await load(at(50, aCheckoutStart(phone)), at(55, aCheckoutComplete(phone)));
    // Late, and of the browser that has not bought it.
    await load(at(45, anEventNamed('checkout_step', { clientId: 'laptop', sessionId: 'l2', cart: null })));
    expect(
      await rowsOf('SELECT client_id, user_id, state, events, sessions, shoppers FROM dash.carts'),
    ).toEqual([
      { client_id: 'laptop', user_id: 'linh', state: 'bought', events: 5, sessions: 3, shoppers: 2 },
    ]);
  });

  it('that no event names consists of the browser’s events until it orders', async () => {
    const unnamed = (price: number) =>
      anAddToCart({ cart: null, product: aProduct({ id: `P${price}`, price, discountPrice: null }) });
    await load(at(3, aCheckoutComplete()), at(1, unnamed(100)));
    await load(at(2, unnamed(50)), at(9, unnamed(7)));
    expect(
      await rowsOf(
        'SELECT state, order_id, value::float8, pieces, events FROM dash.carts ORDER BY started_at',
      ),
    ).toEqual([
      { state: 'bought', order_id: 'order-1', value: 23_490_000, pieces: 1, events: 3 },
      { state: 'abandoned', order_id: null, value: 7, pieces: 1, events: 1 },
    ]);
  });

  const carts = () => rowsOf('SELECT cart_id, state FROM dash.carts ORDER BY cart_id');
  const cartOf = (cartId: string) => ({ cart: aCart({ cartId }) });
  const FIRST_ALONE = [
    { cart_id: 'cart-1', state: 'bought' },
    { cart_id: 'cart-2', state: 'abandoned' },
  ];

  it.each([
    ['that names no cart', {}],
    ['that names the cart', cartOf('cart-1')],
    ['that names the next cart', cartOf('cart-2')],
    ['on another browser, where it names the next cart', { ...cartOf('cart-2'), clientId: 'phone' }],
    ['by a server that knows only the next cart', { ...cartOf('cart-2'), clientId: null, sessionId: null }],
  ])('is not bought by an order that is reported a second time, %s', async (_how, over) => {
    await load(at(1, anAddToCart()), at(2, { ...aCheckoutComplete(), ...cartOf('cart-1') }));
    await load(at(3, anAddToCart(cartOf('cart-2'))), at(4, { ...aCheckoutComplete(), ...over }));
    expect(await carts()).toEqual(FIRST_ALONE);
    await load(at(5, anAddToCart(cartOf('cart-2'))));
    expect(await carts()).toEqual(FIRST_ALONE);
  });

  it('is not bought when the order turns out to have been reported before', async () => {
    const phone = { clientId: 'phone', sessionId: 'p1' };
    await load(at(3, anAddToCart(cartOf('cart-2'))));
    await load(at(4, { ...aCheckoutComplete(), ...cartOf('cart-2') }));
    await load(at(1, anAddToCart(phone)), at(2, { ...aCheckoutComplete(), ...phone, ...cartOf('cart-1') }));
    expect(await carts()).toEqual(FIRST_ALONE);
  });

  it('is bought by the browser that reports the order, even if a server that knows no browser reported it first', async () => {
    await load(at(1, anAddToCart()), at(3, aCheckoutComplete()));
    await load(at(2, aCheckoutComplete({ clientId: null, sessionId: null })));
    expect(await carts()).toEqual([{ cart_id: 'cart-1', state: 'bought' }]);
  });
});
