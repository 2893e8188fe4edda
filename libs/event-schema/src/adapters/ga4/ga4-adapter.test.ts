import { unpackerFor } from '..';
import { ga4 } from './ga4-adapter';

const ITEMS = [{ item_id: 'SKU_1', item_name: 'Tee', price: 10.01, quantity: 3 }];

const read = (name: string, params: object) => ga4.toSourceEvent({ name, params, client_id: 'c' });

describe('an event of Google Analytics 4', () => {
  it.each([
    ['view_item', 'product_view'],
    ['add_to_cart', 'add_to_cart_click'],
    ['remove_from_cart', 'remove_from_cart_click'],
  ])('%s has the product of %s', (name, ours) => {
    const item = {
      item_id: 'SKU_1',
      item_name: 'Tee',
      item_brand: 'Acme',
      item_category: 'Shirts',
      item_variant: 'green',
      price: '10.01',
      discount: 2,
      quantity: 2,
      index: 4,
    };
    expect(read(name, { currency: 'USD', items: [item] })).toMatchObject({
      eventName: ours,
      product: {
        id: 'SKU_1',
        name: 'Tee',
        brand: 'Acme',
        category: 'Shirts',
        variant: 'green',
        price: 1201,
        discountPrice: 1001,
        quantity: 2,
        position: 4,
      },
    });
  });

  it('keeps the finer categories of its product, and the fields that have no column', () => {
    const item = { item_id: 'A', item_category: 'Apparel', item_category2: 'Shirts', affiliation: 'Shop' };
    expect(read('view_item', { items: [item] })).toMatchObject({
      product: { category: 'Apparel' },
      properties: { item: { item_category2: 'Shirts', affiliation: 'Shop' } },
    });
  });

  it('that shows a list has its products', () => {
    expect(read('view_item_list', { item_list_id: 'related', items: ITEMS, currency: 'USD' })).toMatchObject({
      eventName: 'product_list_view',
      list: { id: 'related', name: 'related', items: [{ id: 'SKU_1', price: 1001 }] },
    });
  });

  it('that begins the checkout has the cart', () => {
    expect(read('begin_checkout', { currency: 'USD', value: 30.03, items: ITEMS })).toMatchObject({
      eventName: 'checkout_start',
      cart: { value: 3003, currency: 'USD', items: [{ id: 'SKU_1', quantity: 3 }] },
    });
  });

  it.each([
    ['add_shipping_info', { shipping_tier: 'Ground' }, { step: 1, name: 'delivery', option: 'Ground' }],
    ['add_payment_info', { payment_type: 'Card' }, { step: 2, name: 'payment', option: 'Card' }],
  ])('%s is a step of the checkout', (name, params, checkout) => {
    expect(read(name, params)).toMatchObject({ eventName: 'checkout_step', checkout });
  });

  it('that names an order in other words than Google’s keeps it', () => {
    expect(read('purchase', { orderId: 'X9', revenue: 50.5, currency: 'USD' })).toMatchObject({
      order: { orderId: 'X9', revenue: 5050 },
    });
    expect(read('purchase', { transaction_id: 'X9', currency: 'USD' }).order).toMatchObject({
      revenue: null,
    });
  });

  it('that refunds an order names it, whole or in part', () => {
    const refund = { transaction_id: 'T_1', currency: 'USD', value: 10.01 };
    expect(read('refund', refund)).toMatchObject({
      eventName: 'order_refund',
      order: { orderId: 'T_1', revenue: 1001, currency: 'USD' },
    });
  });

  it.each(['search', 'view_search_results'])('%s has the term', (name) => {
    expect(read(name, { search_term: 'monitor' })).toMatchObject({
      eventName: 'search',
      search: { term: 'monitor' },
    });
  });

  it.each([
    ['login', 'login_success', { login: { method: 'google' } }],
    ['sign_up', 'sign_up', {}],
    ['select_item', 'select_item', {}],
    ['scroll', 'scroll', {}],
    ['page_view', 'page_view', {}],
  ])('%s is %s', (name, ours, fields) => {
    expect(read(name, { method: 'google' })).toMatchObject({ eventName: ours, ...fields });
  });

  it('keeps its custom parameters as properties', () => {
    const { properties } = read('level_up', {
      level: 5,
      page_location: 'https://shop.example/',
      engagement_time_msec: 1,
    });
    expect(properties).toEqual({ level: 5 });
  });

  it('has a session id made with its visitor: two visitors may begin one in the same second', () => {
    const sessionOf = (client_id: string) =>
      ga4.toSourceEvent({ name: 'scroll', client_id, params: { ga_session_id: 1795916000 } }).sessionId;
    expect(sessionOf('a')).not.toBe(sessionOf('b'));
  });
});

describe('an event of another convention than Google Analytics 4', () => {
  it.each([
    [{ eventName: 'product_view', product: { id: 'p1' } }],
    [{ eventName: 'share', clientId: 'c', properties: { place: 'footer' } }],
    [{ eventName: 'login', clientId: 'c' }],
    [{ event: 'Product Viewed', properties: {} }],
    [{ name: 'purchase' }],
    [{ params: {} }],
    [{ event: 'gtm.js' }],
    [{}],
  ])('%p is left to others', (event) => {
    expect(ga4.recognizes(event)).toBe(false);
  });

  it.each([[null], ['text'], [[]], [{}], [{ events: {} }], [{ events: 'x' }]])(
    'the request %p in another form is refused',
    (body) => {
      expect(unpackerFor('/mp/collect')?.unpack({ path: '/mp/collect', query: {}, body })).toBeNull();
    },
  );

  it.each([
    [{ name: 'purchase', params: { items: [null, 7, 'x', { item_id: {} }], value: {}, currency: [] } }],
    [{ event_name: 'purchase', event_params: [{ key: 'value', value: null }, { key: 'a' }] }],
    [{ event: 'purchase', ecommerce: { items: {}, value: 'dear' } }],
    [{ name: 'view_item', params: { items: 'none' } }],
  ])('%p throws nothing', (event) => {
    expect(() => ga4.toSourceEvent(event)).not.toThrow();
  });
});
