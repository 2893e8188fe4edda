import fc from 'fast-check';
import pg from 'pg';
import { wellFormed } from '@clickstream/event-schema/normalize';
import { copyInto } from './copy-into';
import { CopyRows, type ColumnValue } from './copy-rows';
import { readRow, rowsIn } from './read-row';
import { anyRows, COLUMNS, type Row } from './testing/any-rows';

const NAMES = Object.keys(COLUMNS);

let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client({ connectionString: process.env['TEST_POSTGRES_URL'] });
  await client.connect();
  const columns = Object.entries(COLUMNS).map(([name, { type }]) => `"${name}" ${type}`);
  await client.query(`CREATE TEMPORARY TABLE copied (${columns.join(', ')})`);
});

afterAll(() => client.end());

function piecesOf(rows: readonly Row[], pieceBytes = 4_096): readonly Buffer[] {
  const copyRows = new CopyRows(COLUMNS, pieceBytes);
  for (const row of rows) copyRows.add(row);
  return copyRows.pieces;
}

/** The same value as PostgreSQL parses it from text. */
function asText(value: ColumnValue): string | null {
  if (value === null) return null;
  const clean = wellFormed(value);
  return typeof clean === 'object' ? JSON.stringify(clean) : String(clean);
}

describe('rows in the binary form of COPY', () => {
  it('have in PostgreSQL the values of their texts, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        await client.query('TRUNCATE copied');
        await copyInto(client, 'copied', COLUMNS, piecesOf(rows));
        // As text, since 1.0 and 1.00 are equal as numbers.
        const { rows: copied } = await client.query({
          text: `SELECT ${NAMES.map((name) => `"${name}"::text`).join(', ')} FROM copied ORDER BY copied.place`,
          rowMode: 'array',
        });
        const { rows: expected } = await client.query({
          text: `SELECT ${Object.entries(COLUMNS)
            .map(([name, { type }]) => `("${name}"::${type})::text`)
            .join(', ')}
            FROM unnest(${NAMES.map((_, index) => `$${index + 1}::text[]`).join(', ')}) AS given (${NAMES.map((name) => `"${name}"`).join(', ')})`,
          values: NAMES.map((name) => rows.map((row) => asText(row[name as keyof Row]))),
          rowMode: 'array',
        });
        expect(copied).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('are each whole in one piece, and can be read back', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const pieces = piecesOf(rows, 512);
        const read = pieces.flatMap((piece) =>
          Array.from(rowsIn(piece), ({ start, end }) => readRow(piece.subarray(start, end), COLUMNS)),
        );
        expect(read.map((fields) => fields.get('place'))).toEqual(rows.map(({ place }) => String(place)));
        for (const [index, { text, json, time, id, flag, small, big }] of rows.entries()) {
          const fields = read[index];
          expect(fields?.get('text') ?? null).toBe(asText(text));
          expect(fields?.get('json') ?? null).toBe(asText(json));
          const rest = [time, id, flag, small, big].map(asText);
          expect(['time', 'id', 'flag', 'small', 'big'].map((name) => fields?.get(name) ?? null)).toEqual(
            rest,
          );
        }
      }),
    );
  });

  it('can be read back to the last digit of their amounts', () => {
    const amounts = [
      0,
      -1,
      19.99,
      19.9,
      123_456_789.25,
      9_007_199_254_740_991,
      '1234567890123456789.000001',
      '-0.5',
    ];
    const rows = amounts.map((amount) => ({
      place: 1,
      text: null,
      json: null,
      amount,
      time: null,
      id: null,
      flag: null,
      small: null,
      big: null,
    }));
    const read = piecesOf(rows).flatMap((piece) =>
      Array.from(rowsIn(piece), ({ start, end }) =>
        readRow(piece.subarray(start, end), COLUMNS).get('amount'),
      ),
    );
    expect(read).toEqual(amounts.map(String));
  });

  it('are counted in bytes', () => {
    const rows = new CopyRows({ text: { type: 'text' } }, 16);
    for (const text of ['one', 'dài', 'a text that is longer than a piece']) rows.add({ text });
    expect(rows.bytes).toBe(rows.pieces.reduce((sum, { length }) => sum + length, 0));
  });

  it('are refused when their columns are not those of the table', () => {
    const shuffled = { b: 1, a: 2 };
    expect(() => new CopyRows({ a: { type: 'integer' }, b: { type: 'integer' } }).add(shuffled)).toThrow(
      'A row has other columns than the table: b, a',
    );
  });

  it.each([
    ['smallint', 40_000, 'out of range'],
    ['integer', 2 ** 31, 'out of range'],
    ['numeric', 'many', '"many" is not a decimal number.'],
    ['timestamptz', 'yesterday', '"yesterday" is not a time.'],
    ['uuid', '019a4341', '"019a4341" is not a UUID.'],
  ] as const)('are refused when a %s is %s', (type, value, reason) => {
    expect(() => new CopyRows({ a: { type } }).add({ a: value })).toThrow(reason);
  });
});
