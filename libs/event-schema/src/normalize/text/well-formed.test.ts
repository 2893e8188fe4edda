import { isRefusedInJson, nestsTooDeep, wellFormed } from './well-formed';

const nested = (layers: number): unknown => (layers === 0 ? 'core' : { in: nested(layers - 1) });

describe('wellFormed', () => {
  it('replaces characters that PostgreSQL refuses by U+FFFD, in names too', () => {
    expect(wellFormed({ 'na\0me': ['a\0b', { half: 'x\ud83dy' }], n: 1, ok: null })).toEqual({
      'na\uFFFDme': ['a\uFFFDb', { half: 'x\uFFFDy' }],
      n: 1,
      ok: null,
    });
  });

  it('leaves whole pairs alone', () => {
    expect(wellFormed('Tết 🎉')).toBe('Tết 🎉');
  });

  it('keeps a field of the name __proto__ as a field', () => {
    const value = wellFormed(JSON.parse('{"__proto__":{"isStaff":true},"a":"\\u0000"}')) as object;
    expect(Object.keys(value)).toEqual(['__proto__', 'a']);
    expect('isStaff' in value).toBe(false);
  });

  it('does not run out of stack', () => {
    expect(() =>
      wellFormed(JSON.parse(`${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`)),
    ).not.toThrow();
  });
});

describe('isRefusedInJson', () => {
  it.each([
    ['"a\\u0000b"', true],
    ['"\\ud800"', true],
    ['"\\uDC00"', true],
    ['"plain"', false],
    ['"\\u00e9"', false],
    ['"a\\\\b"', false],
  ])('%s: %p', (json, refused) => {
    expect(isRefusedInJson(json)).toBe(refused);
  });
});

describe('nestsTooDeep', () => {
  it('allows 32 layers', () => {
    expect(nestsTooDeep(nested(32))).toBe(false);
    expect(nestsTooDeep(nested(33))).toBe(true);
    expect(nestsTooDeep(null)).toBe(false);
  });
});
