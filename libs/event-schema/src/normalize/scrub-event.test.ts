import { scrubEvent } from './scrub-event';

const scrubbed = (value: unknown) => scrubEvent(structuredClone(value)).value;

it.each([
  [
    'a field that is named like an address',
    { next_url: 'cart?token=abc' },
    { next_url: 'cart?token=[redacted]' },
  ],
  [
    'a list of addresses',
    { urls: [], link: ['a?token=abc', 'b'] },
    { urls: [], link: ['a?token=[redacted]', 'b'] },
  ],
  [
    'a full address in any field',
    { note: 'see https://a.vn/?token=abc' },
    { note: 'see https://a.vn/?token=[redacted]' },
  ],
  ['a path in any field', { dataset: { to: '/a?email=x@y.vn' } }, { dataset: { to: '/a?email=[redacted]' } }],
  ['an e-mail link', { target: 'mailto:an@shop.vn' }, { target: 'mailto:[redacted]' }],
  ['a search', { pageUrl: '/search?q=0912+345%20678&page=2' }, { pageUrl: '/search?q=[redacted]&page=2' }],
  [
    'a search with a card',
    { referrer: 'https://a.vn/tim?keyword=4111111111111111' },
    { referrer: 'https://a.vn/tim?keyword=[redacted]' },
  ],
  ['a bare string', 'https://a.vn/?token=abc', 'https://a.vn/?token=[redacted]'],
])('takes the secret out of %s', (_what, before, after) => {
  expect(scrubbed(before)).toEqual(after);
});

it.each([
  ['text that is not an address', { search: { term: 'email=me or token=abc' } }],
  ['what is not text', { url: 12, href: null, path: true, link: {} }],
  ['a search for an article', { pageUrl: 'https://shop.vn/search?q=DH-0912345678&p=24990000' }],
  ['an address without secrets', { pageUrl: 'https://shop.vn/search?q=monitor&page=2#top' }],
])('leaves %s as it is', (_what, value) => {
  expect(scrubbed(value)).toEqual(value);
});

it('does not let a field called __proto__ reach the prototype', () => {
  const { value } = scrubEvent(JSON.parse('{"__proto__":{"url":"/?token=abc"}}'));
  expect(JSON.stringify(value)).toBe('{"__proto__":{"url":"/?token=[redacted]"}}');
  expect({}).not.toHaveProperty('url');
});

it('keeps 32 levels and cuts deeper ones', () => {
  const nested = (levels: number): unknown => (levels === 0 ? 'x' : [nested(levels - 1)]);
  expect(scrubEvent(nested(32))).toEqual({ value: nested(32), isCut: false });
  expect(scrubEvent(nested(33)).isCut).toBe(true);
});

it('takes time in proportion to the length of a hostile address', () => {
  const hostile = { pageUrl: `https://a.vn/${'a'.repeat(250_000)}%40${'?a='.repeat(500)}` };
  expect(scrubEvent(hostile).value).toEqual(hostile);
});

describe('texts that people write and read', () => {
  const scrubbed = (event: object) => scrubEvent(structuredClone(event)).value;

  it.each([
    ['a search', { search: { term: 'lan@example.com' } }, { search: { term: '[redacted]' } }],
    ['a search of another sender', { search_term: 'gọi 0912 345 678' }, { search_term: 'gọi [redacted]' }],
    ['a title', { pageTitle: 'Order of lan@example.com' }, { pageTitle: 'Order of [redacted]' }],
    [
      'a click',
      {
        element: {
          text: 'Card 4111 1111 1111 1111',
          dataset: { customerPhone: '1', token: 'tok_1', sku: 'A' },
        },
      },
      {
        element: {
          text: 'Card [redacted]',
          dataset: { customerPhone: '[redacted]', token: '[redacted]', sku: 'A' },
        },
      },
    ],
    [
      'an own field',
      { properties: { remark: 'call +84 912 345 678' } },
      { properties: { remark: 'call [redacted]' } },
    ],
  ])('is scrubbed in %s', (_where, event, clean) => {
    expect(scrubbed(event)).toEqual(clean);
  });

  it.each([
    { search: { term: 'iphone 15 128gb 4111' } },
    { search: { term: 'RTX 4090 24.990.000 ₫' } },
    { product: { id: '4111111111111111', name: 'Model 0912345678', price: '24990000' } },
    {
      order: { orderId: '0912345678' },
      element: { dataset: { orderId: '4111111111111111', total: '1990000' } },
    },
    { properties: { order_id: '4111111111111111', sku: '0912345678', product_name: '0912345678' } },
    { userId: 'lan@example.com', clientId: '0912345678', eventTimestamp: '1764380000000' },
  ])('stays where it names articles, orders and amounts: %j', (event) => {
    expect(scrubbed(event)).toEqual(event);
  });
});
