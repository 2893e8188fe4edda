/**
 * JSON of values that JavaScript converts to text only with an exception, or with more call stack
 * than it has.
 */
export const HOSTILE_VALUES: readonly string[] = [
  '{"toString":1}',
  '{"toString":1,"valueOf":2}',
  '{"toJSON":1}',
  '{"__proto__":null}',
  '{"__proto__":{"toString":1},"constructor":1,"hasOwnProperty":1,"length":-1}',
  '[{"toString":1}]',
  '[[],[null,{"valueOf":{}}]]',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
];
