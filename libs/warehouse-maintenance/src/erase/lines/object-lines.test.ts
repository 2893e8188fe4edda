import { gunzipSync, gzipSync } from 'node:zlib';
import { linesOf } from '@clickstream/warehouse-load/reading';
import { contentOf } from './object-lines';

const AT = new Date('2026-11-23T10:00:00Z');
const ERASED = '{"_erased":"2026-11-23T10:00:00.000Z"}';

const without = (bytes: Buffer, ...lines: number[]) => contentOf(bytes).without(new Set(lines), AT);

it.each([
  ['JSON Lines', '{"a":1}\n\n{"b":\n{"c":3}'],
  ['a byte order mark and CRLF', '\uFEFF{"a":1}\r\n \r\n{"c":3}\r\n'],
  ['one event over several lines', '{\n "a": 1\n}'],
  ['a list', '[{"a":1},\n{"b":2}]'],
  ['a list in one line', '[{"a":1},{"b":2}]'],
  ['a list among lines', '{"x":1}\n[{"a":1},{"b":2}]\n'],
  ['objects one after the other', '{"a":1}{"b":2} {"c":3}\n{"d":4}{"e":\n5,{"f":6}'],
  ['objects over several lines, one after the other', '{\n "a": 1\n}\n{\n "b": 2\n}{\n}'],
  ['nothing', ''],
])('numbers the lines of %s as the ETL does', (_kind, text) => {
  const numbered = (lines: Iterable<{ line: number; value?: unknown }>) =>
    [...lines].map(({ line, value }) => ({ line, value }));
  expect(numbered(contentOf(Buffer.from(text)).lines())).toEqual(numbered(linesOf(Buffer.from(text))));
});

it('erases lines and leaves all other bytes as they are', () => {
  expect(without(Buffer.from('{"a":1.50}\r\n\n{"b":\n {"c":3}'), 2).toString()).toBe(
    `{"a":1.50}\r\n\n${ERASED}\n {"c":3}`,
  );
});

it('erases an element of a list, and leaves it a list', () => {
  const left = without(Buffer.from('[{"a":1},{"b":2}]'), 1);
  expect(JSON.parse(left.toString())).toEqual([JSON.parse(ERASED), { b: 2 }]);
});

it('erases one of several objects in a line', () => {
  expect(without(Buffer.from('{"a":1.50}{"b":2}, {"c" : 3}broken\n'), 2).toString()).toBe(
    `{"a":1.50}${ERASED}, {"c" : 3}broken\n`,
  );
});

it('leaves the other elements of a list as they are written, at any depth', () => {
  const deep = '['.repeat(20_000) + ']'.repeat(20_000);
  expect(without(Buffer.from(`[ {"a":1.50} ,${deep}, {"b" : 2}]\n`), 3).toString()).toBe(
    `[ {"a":1.50} ,${deep}, ${ERASED}]\n`,
  );
  expect(without(Buffer.from('{\n "a": 1\n}\n'), 1).toString()).toBe(`${ERASED}\n`);
});

it('keeps gzip compressed, and reads the readable part of broken gzip', () => {
  const whole = gzipSync('{"a":1}\n{"b":2}\n');
  expect(gunzipSync(without(whole, 2)).toString()).toBe(`{"a":1}\n${ERASED}\n`);
  expect(gunzipSync(without(whole.subarray(0, -4), 2)).toString()).toBe(`{"a":1}\n${ERASED}\n`);
});

it('reads a list of many megabytes as lines, as the ETL does, and keeps the commas between its events', () => {
  const event = `{"eventName":"page_view","note":"${'n'.repeat(1000)}"}`;
  const list = Buffer.from(`[${Array(9_000).fill(event).join(',\n')}]`);
  expect([...contentOf(list).lines()][1]).toMatchObject({
    line: 2,
    text: event,
    value: JSON.parse(event) as object,
  });
});

it('erases nothing a second time', () => {
  const once = without(Buffer.from('{"a":1}\n{"b":2}'), 1);
  expect(without(once).equals(once)).toBe(true);
});
