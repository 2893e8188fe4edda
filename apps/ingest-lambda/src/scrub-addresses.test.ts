import { scrubAddresses } from './scrub-addresses';

const scrubbed = (value: unknown) => scrubAddresses(structuredClone(value)).value;

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
  ['a bare string', 'https://a.vn/?token=abc', 'https://a.vn/?token=[redacted]'],
])('takes the secret out of %s', (_what, before, after) => {
  expect(scrubbed(before)).toEqual(after);
});

it.each([
  ['text that is no address', { search: { term: 'email=me or token=abc' } }],
  ['what is no text', { url: 12, href: null, path: true, link: {} }],
  ['an address without secrets', { pageUrl: 'https://shop.vn/search?q=monitor&page=2#top' }],
])('leaves %s as it is', (_what, value) => {
  expect(scrubbed(value)).toEqual(value);
});

it('does not let a field called __proto__ reach the prototype', () => {
  const { value } = scrubAddresses(JSON.parse('{"__proto__":{"url":"/?token=abc"}}'));
  expect(JSON.stringify(value)).toBe('{"__proto__":{"url":"/?token=[redacted]"}}');
  expect({}).not.toHaveProperty('url');
});

it('keeps 32 levels and cuts what lies deeper', () => {
  const nested = (levels: number): unknown => (levels === 0 ? 'x' : [nested(levels - 1)]);
  expect(scrubAddresses(nested(32))).toEqual({ value: nested(32), isCut: false });
  expect(scrubAddresses(nested(33)).isCut).toBe(true);
});

it('takes time in proportion to the length of a hostile address', () => {
  const hostile = { pageUrl: `https://a.vn/${'a'.repeat(250_000)}%40${'?a='.repeat(500)}` };
  expect(scrubAddresses(hostile).value).toEqual(hostile);
});
