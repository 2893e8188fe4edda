import { withoutNulls } from './without-nulls';

describe('an object without its nulls', () => {
  it('has all other fields, in their order', () => {
    expect(JSON.stringify(withoutNulls({ a: 0, b: null, c: '', d: undefined, e: false }))).toBe(
      '{"a":0,"c":"","e":false}',
    );
  });

  it('keeps a field called __proto__ as a field', () => {
    const hostile = JSON.parse('{"__proto__":{"admin":true},"b":null}') as object;
    const kept = withoutNulls(hostile);
    expect(JSON.stringify(kept)).toBe('{"__proto__":{"admin":true}}');
    expect(Object.getPrototypeOf(kept)).toBe(Object.prototype);
  });
});
