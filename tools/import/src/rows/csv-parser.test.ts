import fc from 'fast-check';
import { CsvParser } from './csv-parser';

/** Writes records as RFC 4180 says. */
const asCsv = (records: readonly (readonly string[])[], separator: string) =>
  records
    .map((record) => record.map((field) => `"${field.replaceAll('"', '""')}"`).join(separator))
    .join('\r\n');

function parsed(text: string, cuts: readonly number[]): string[][] {
  const parser = new CsvParser();
  const places = [
    0,
    ...cuts.map((cut) => cut % (text.length + 1)).sort((one, other) => one - other),
    text.length,
  ];
  const pieces = places.slice(1).map((end, index) => text.slice(places[index], end));
  return [...pieces.flatMap((piece) => parser.push(piece)), ...parser.end()];
}

it('gives back what was written, wherever the text is cut into pieces', () => {
  const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\t', ' ') });
  const records = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );
  fc.assert(
    fc.property(
      records,
      fc.constantFrom(',', ';', '\t'),
      fc.array(fc.nat(), { maxLength: 6 }),
      (rows, separator, cuts) => {
        const names = (rows[0] ?? []).map((_, index) => `column${index}`);
        expect(parsed(asCsv([names, ...rows], separator), cuts)).toEqual([names, ...rows]);
      },
    ),
  );
});

it.each([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '\ufeffa,b\r\n1,\r\n',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  [
    'a,b\n\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\n"x\ny",2',
    [
      ['a', 'b'],
      ['x\ny', '2'],
    ],
  ],
  ['', []],
])('reads %j', (text, records) => {
  expect(parsed(text, [])).toEqual(records);
});
