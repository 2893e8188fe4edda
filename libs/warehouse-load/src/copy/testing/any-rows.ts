import type { Columns, CopyType } from '@clickstream/dw-models/tables';
import fc from 'fast-check';
import type { ColumnValue } from '../copy-rows';

/** One column of each type. */
export const COLUMNS = {
  place: { type: 'integer' },
  text: { type: 'text' },
  json: { type: 'jsonb' },
  amount: { type: 'numeric' },
  time: { type: 'timestamptz' },
  id: { type: 'uuid' },
  flag: { type: 'boolean' },
  small: { type: 'smallint' },
  big: { type: 'bigint' },
} as const satisfies Columns<CopyType>;

export type Row = Record<keyof typeof COLUMNS, ColumnValue>;

/**
 * Any text: with control characters, halves of surrogate pairs and NUL; plain text; and some longer
 * than a piece.
 */
const anyText = fc.oneof(
  fc.string({
    unit: fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom('\\', '\t', '\n', '\r', '\0', 'N', '"', '.', '\ud83d', '\udca9', '🎉', 'ế'),
    ),
    maxLength: 20,
  }),
  fc.string(),
  fc.constantFrom('', '\\N', '\\.', 'long'.repeat(3_000), 'dài'.repeat(3_000)),
);

const anyJson = fc
  .dictionary(
    anyText,
    fc.oneof(anyText, fc.boolean(), fc.integer(), fc.array(anyText, { maxLength: 3 }), fc.constant(null)),
    { maxKeys: 4 },
  )
  .map((object) => ({ ...object }));

/** Prices, sums with many digits, and any other number. */
export const anyAmount: fc.Arbitrary<number | string> = fc.oneof(
  fc.integer({ min: -9_999_999, max: 9_999_999 }).map((cents) => cents / 100),
  fc.integer({ min: -999_999_999, max: 999_999_999 }).map((millionths) => millionths / 1_000_000),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }).map((units) => `${units}.120300`),
  fc.constantFrom(0, -0, 9_999, 10_000, 99_999_999, 1e8, 1e12, 0.01, 0.1, 1e-7, 1e21, '-0.000001', '007.50'),
);

const anyTime = fc
  .date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  .map((time) => time.toISOString());

export const anyRow = fc.record<Row>({
  place: fc.constant(0),
  text: fc.option(anyText),
  json: fc.option(anyJson),
  amount: fc.option(anyAmount),
  time: fc.option(anyTime),
  id: fc.option(fc.uuid()),
  flag: fc.option(fc.boolean()),
  small: fc.option(fc.integer({ min: -(2 ** 15), max: 2 ** 15 - 1 })),
  big: fc.option(fc.maxSafeInteger()),
});

export const anyRows = fc
  .array(anyRow, { minLength: 1, maxLength: 30 })
  .map((rows) => rows.map((row, place) => ({ ...row, place })));
