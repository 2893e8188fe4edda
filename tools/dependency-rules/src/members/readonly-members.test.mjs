import { after, describe, it } from 'node:test';
import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { readonlyMembers } from './readonly-members.mjs';

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.afterAll = after;

const inClass = (text) => `class A { ${text} }`;
const changing = (statement) => inClass(`private x = 1; f() { ${statement} }`);
const constant = (name) => [{ messageId: 'constant', data: { name } }];

new RuleTester({ languageOptions: { parser: tseslint.parser } }).run('private members', readonlyMembers, {
  valid: [
    { name: 'are readonly', code: inClass('private readonly x = 1; readonly #y = 2;') },
    { name: 'are assigned by a method', code: changing('this.x = 2;') },
    { name: 'are counted up', code: inClass('#x = 0; f() { this.#x++; }') },
    { name: 'are assigned in another instance', code: inClass('#x = 0; f(o: A) { o.#x = 1; }') },
    { name: 'are assigned by a pattern', code: changing('[this.x] = [2]; ') },
    { name: 'are assigned by a pattern with names', code: changing('({ x: this.x } = { x: 2 });') },
    { name: 'are assigned by a loop', code: changing('for (this.x of [2]) ;') },
    {
      name: 'are assigned by a function of the constructor',
      code: inClass('#x = 0; constructor() { on(() => (this.#x = 1)); }'),
    },
    {
      name: 'are parameters that a method assigns',
      code: inClass('constructor(private x: number) {} f() { this.x = 2; }'),
    },
    { name: 'are public, so that others may assign them', code: inClass('x = 1;') },
  ],
  invalid: [
    {
      name: 'are never assigned',
      code: inClass('private x = 1;'),
      output: inClass('private readonly x = 1;'),
      errors: constant('x'),
    },
    {
      name: 'are assigned by the constructor alone',
      code: inClass('#x; constructor() { this.#x = 1; }'),
      output: inClass('readonly #x; constructor() { this.#x = 1; }'),
      errors: constant('#x'),
    },
    {
      name: 'are parameters that nothing assigns',
      code: inClass('constructor(private x = 1) {}'),
      output: inClass('constructor(private readonly x = 1) {}'),
      errors: constant('x'),
    },
    {
      name: 'are read alone',
      code: inClass('private x = []; f() { return this.x.length; }'),
      output: inClass('private readonly x = []; f() { return this.x.length; }'),
      errors: constant('x'),
    },
  ],
});
