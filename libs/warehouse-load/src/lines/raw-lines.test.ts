import { brief, read } from './testing/read-lines';

describe('the lines of an object', () => {
  it('are its JSON Lines, numbered from 1', () => {
    expect(brief(read('{"a":1}\n{"a":2}\n'))).toEqual([
      [1, { a: 1 }],
      [2, { a: 2 }],
    ]);
  });

  it('may lack the last line feed, end in CRLF, or come between empty lines, which do not count', () => {
    expect(brief(read('\n{"a":1}\r\n   \n\n{"a":2}'))).toEqual([
      [1, { a: 1 }],
      [2, { a: 2 }],
    ]);
  });

  it('may begin with a byte order mark', () => {
    expect(brief(read('\uFEFF{"a":1}\n'))).toEqual([[1, { a: 1 }]]);
    expect(brief(read('\uFEFF[{"a":1}]'))).toEqual([[1, { a: 1 }]]);
  });

  it('are independent: a broken line does not affect its neighbours', () => {
    expect(brief(read('{"a":1}\n{"a":\n{"a":3}\n'))).toEqual([
      [1, { a: 1 }],
      [2, 'not_json', '{"a":'],
      [3, { a: 3 }],
    ]);
  });

  it('are the one event of a file over several lines', () => {
    expect(brief(read(JSON.stringify({ a: { b: 1 } }, null, 2)))).toEqual([[1, { a: { b: 1 } }]]);
  });

  it('are the elements of a list', () => {
    expect(brief(read(JSON.stringify([{ a: 1 }, { a: 2 }], null, 2)))).toEqual([
      [1, { a: 1 }],
      [2, { a: 2 }],
    ]);
    expect(read('[]')).toEqual([]);
  });

  it('are none for an empty object', () => {
    expect(read('')).toEqual([]);
    expect(read('\n')).toEqual([]);
  });

  it('hold no character that PostgreSQL refuses', () => {
    expect(brief(read('{"a":"x\\u0000y\\ud800z"}'))).toEqual([[1, { a: 'x\uFFFDy\uFFFDz' }]]);
  });

  it('are set aside when they are longer than any event', () => {
    const [first, second] = read(`{"a":"${'x'.repeat(1_100_000)}"}\n{"a":2}`);
    expect(first).toMatchObject({ line: 1, ok: false, reason: 'line_too_long' });
    expect(!first?.ok && first?.raw.length).toBe(16_384);
    expect(second).toMatchObject({ line: 2, ok: true });
  });
});
