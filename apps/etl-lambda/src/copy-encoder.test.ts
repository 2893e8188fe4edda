import fc from 'fast-check';
import pg from 'pg';
import { encodeColumns } from './copy-encoder';
import { wellFormed } from './row/well-formed';
import { copyInto } from './warehouse/copy-into';

let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client({ connectionString: process.env['TEST_POSTGRES_URL'] });
  await client.connect();
  await client.query('CREATE TEMPORARY TABLE copied (place integer, a text, b jsonb, c numeric, d boolean)');
});

afterAll(() => client.end());

interface Row {
  place: number;
  a: string | null;
  b: object | null;
  c: number | null;
  d: boolean | null;
}

const COLUMNS = ['place', 'a', 'b', 'c', 'd'] as const;

async function copied(rows: readonly Row[]): Promise<Row[]> {
  await client.query('TRUNCATE copied');
  const text = rows.map((row) => `${encodeColumns(row, COLUMNS)}\n`).join('');
  await copyInto(client, 'copied', COLUMNS, [Buffer.from(text)]);
  const result = await client.query<Row>('SELECT place, a, b, c::float8, d FROM copied ORDER BY place');
  return result.rows;
}

/** Any text there can be: control characters, backslashes, halves of surrogate pairs, NUL. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('\\', '\t', '\n', '\r', '\0', 'N', '"', '.', '\ud83d', '\udca9', '🎉', 'ế'),
  ),
  maxLength: 20,
});
const anyJson = fc
  .dictionary(
    anyText,
    fc.oneof(anyText, fc.boolean(), fc.integer(), fc.array(anyText, { maxLength: 3 }), fc.constant(null)),
    {
      maxKeys: 4,
    },
  )
  .map((object) => ({ ...object }));

describe('a row in the text form of COPY', () => {
  it('comes back from PostgreSQL as it went in, whatever characters it holds', async () => {
    const anyRow = fc.record({
      place: fc.constant(0),
      a: fc.option(anyText),
      b: fc.option(anyJson),
      c: fc.option(fc.integer()),
      d: fc.option(fc.boolean()),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 30 }), async (rows) => {
        const numbered = rows.map((row, place) => ({ ...row, place }));
        expect(await copied(numbered)).toEqual(numbered.map((row) => wellFormed(row)));
      }),
      { numRuns: 60 },
    );
  });

  it('tells nothing from an empty text and from \\N', async () => {
    const rows = [null, '', '\\N', '\\.'].map((a, place) => ({ place, a, b: null, c: null, d: null }));
    expect((await copied(rows)).map(({ a }) => a)).toEqual([null, '', '\\N', '\\.']);
  });
});
