import { after, describe, it } from 'node:test';
import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { readonlyProperties } from './readonly-properties.mjs';

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.afterAll = after;

const constant = (...names) => names.map((name) => ({ messageId: 'constant', data: { name } }));
const changing = (statement) => `interface A { x: number } function f(a: A) { ${statement} }`;

new RuleTester({ languageOptions: { parser: tseslint.parser } }).run('properties', readonlyProperties, {
  valid: [
    { name: 'are readonly', code: 'interface A { readonly x: number } type B = { readonly y?: A };' },
    { name: 'are assigned in their file', code: changing('a.x = 1;') },
    { name: 'are counted up in their file', code: changing('a.x++;') },
    { name: 'are deleted in their file', code: changing('delete a.x;') },
    { name: 'are assigned by a pattern', code: changing('[a.x] = [1];') },
    { name: 'are written out where a parameter is', code: 'function f({ x }: { x: number }) { return x; }' },
    { name: 'are methods', code: 'interface A { f(): void }' },
  ],
  invalid: [
    {
      name: 'of an interface are never assigned',
      code: 'interface A { x: number; "y-z"?: string }',
      output: 'interface A { readonly x: number; readonly "y-z"?: string }',
      errors: constant('x', 'y-z'),
    },
    {
      name: 'of a type alias are never assigned, at any depth',
      code: 'type A = B & ({ x: number } | { y: { z: string }[] });',
      output: 'type A = B & ({ readonly x: number } | { readonly y: { readonly z: string }[] });',
      errors: constant('x', 'y', 'z'),
    },
    {
      name: 'are read alone',
      code: changing('return a.x;'),
      output: changing('return a.x;').replace('x: number', 'readonly x: number'),
      errors: constant('x'),
    },
  ],
});
