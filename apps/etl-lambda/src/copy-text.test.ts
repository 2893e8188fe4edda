import fc from 'fast-check';
import { encodeColumns, type ColumnValue } from './copy-encoder';
import { CopyText } from './copy-text';

type Row = Record<'a' | 'b' | 'c', ColumnValue>;

const COLUMNS = ['a', 'b', 'c'] as const;
const LINE_FEED = 0x0a;

/** Plain texts and others, up to more than a piece holds. */
const anyText = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', '7', '\\', '\t', '\n', '\r', '\0', 'ế', '🎉', '\ud83d'),
    maxLength: 12,
  }),
  fc.nat(3).map((size) => 'long'.repeat(size * 100_000)),
  fc.nat(1).map((size) => 'dài'.repeat(size * 100_000)),
);
const anyValue: fc.Arbitrary<ColumnValue> = fc.oneof(
  { weight: 4, arbitrary: anyText },
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.record({ text: anyText }),
);
const anyRow: fc.Arbitrary<Row> = fc.tuple(anyValue, anyValue, anyValue).map(([a, b, c]) => ({ a, b, c }));

describe('rows written straight into bytes', () => {
  it('are the bytes of the rows put together as text, and each row lies whole in one piece', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), (rows) => {
        const text = new CopyText(COLUMNS);
        for (const row of rows) text.add(row);
        const expected = Buffer.from(rows.map((row) => `${encodeColumns(row, COLUMNS)}\n`).join(''));
        expect(Buffer.concat(text.pieces).equals(expected)).toBe(true);
        expect(text.bytes).toBe(expected.length);
        for (const piece of text.pieces) expect(piece.at(-1)).toBe(LINE_FEED);
      }),
      { numRuns: 200 },
    );
  });

  it('are refused when their columns are not those of the table', () => {
    const shuffled: Row = { b: 1, a: 2, c: 3 };
    expect(() => new CopyText(COLUMNS).add(shuffled)).toThrow(
      'A row has other columns than the table: b, a, c',
    );
  });
});
