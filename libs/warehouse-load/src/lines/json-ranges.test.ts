import fc from 'fast-check';
import { endOfJsonValue, rangesInDocument } from './json-ranges';

const textsIn = (text: string) => {
  const content = Buffer.from(text);
  return Array.from(rangesInDocument(content), ({ start, end }) => content.toString('utf8', start, end));
};

it('finds the elements of a list, however they are written', () => {
  expect(textsIn('\uFEFF [ {"a":"]}\\\\\\"," } ,\n"x\\"]", -1.5e3,null ,[[{}]],"Tết" ]\n')).toEqual([
    '{"a":"]}\\\\\\"," }',
    '"x\\"]"',
    '-1.5e3',
    'null',
    '[[{}]]',
    '"Tết"',
  ]);
  expect(textsIn(' [ ] ')).toEqual([]);
});

it('finds an object that is the whole document', () => {
  expect(textsIn('\uFEFF{\n "a": [1]\n}\n\n')).toEqual(['{\n "a": [1]\n}']);
});

it('finds a value at any depth', () => {
  const deep = '['.repeat(20_000) + ']'.repeat(20_000);
  expect(textsIn(`[${deep},1]`)).toEqual([deep, '1']);
});

it('reports that a value does not end', () => {
  for (const text of ['{"a":', '"x\\', '[1,{}', '"\\"']) {
    expect(endOfJsonValue(Buffer.from(text), 0, text.length)).toBe(-1);
  }
});

it('finds in any list what JSON.parse finds', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 2), (values, space) => {
      expect(textsIn(JSON.stringify(values, null, space)).map((text) => JSON.parse(text) as unknown)).toEqual(
        JSON.parse(JSON.stringify(values)),
      );
    }),
  );
});
