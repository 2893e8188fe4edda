import fc from 'fast-check';
import { localPath } from './local-path';

describe('localPath', () => {
  it.each(['/', '/checkout', '/checkout?step=payment', '/product/solenne-air-13'])('accepts %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it('has no language: one continues in that of the page', () => {
    expect(['/vi', '/vi/checkout?step=payment', '/video'].map(localPath)).toEqual([
      '/',
      '/checkout?step=payment',
      '/video',
    ]);
  });

  it.each([
    '//evil.example',
    '/.//evil.example',
    '/vi//evil.example',
    '/vi/.//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    null,
    7,
  ])('returns / instead of %p', (asked) => {
    expect(localPath(asked)).toBe('/');
  });

  it('never leads to another site, whatever the input', () => {
    const hostile = fc.oneof(
      fc.webUrl(),
      fc.string().map((text) => `/${text}`),
      fc
        .array(fc.constantFrom('/', '/vi', '/en', '\\', '\t', '\n', '.', '@', ':', 'evil.example'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, (asked) => {
        expect(new URL(localPath(asked), 'https://shop.example').origin).toBe('https://shop.example');
      }),
      { numRuns: 1000 },
    );
  });
});
