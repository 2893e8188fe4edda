import { corsHeaders, corsPolicy } from './cors';

describe('corsHeaders', () => {
  const all = corsPolicy(['*']);
  const listed = corsPolicy(['https://shop.example']);

  it('lets in all pages by *, and never with their cookies', () => {
    expect(corsHeaders({ origin: 'https://any.example' }, all)).toEqual({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'retry-after',
    });
  });

  it('allows a listed origin with its cookies, and sends Vary: Origin to caches', () => {
    expect(corsHeaders({ origin: 'https://shop.example' }, listed)).toMatchObject({
      'access-control-allow-origin': 'https://shop.example',
      'access-control-allow-credentials': 'true',
      vary: 'origin',
    });
  });

  it.each([
    'https://shop.example.evil.example',
    'http://shop.example',
    'https://shop.example:8443',
    'null',
    '',
  ])('lets in nothing that only looks like it: %s', (origin) => {
    expect(corsHeaders({ origin }, listed)).toEqual({ vary: 'origin' });
  });

  it('sends no CORS headers to a program, which sends no origin', () => {
    expect([corsHeaders({}, listed), corsHeaders({}, all)]).toEqual([{ vary: 'origin' }, {}]);
  });
});
