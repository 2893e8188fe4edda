import { after, describe, it } from 'node:test';
import { RuleTester } from 'eslint';
import { commentWidth } from './comment-width.mjs';

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.afterAll = after;

const widestLine = `// ${'x'.repeat(97)}`;
const at = (line, column) => ({ messageId: 'wide', line, data: { column: String(column), widest: '100' } });

new RuleTester().run('the width of comments', commentWidth, {
  valid: [
    { name: 'may be 100 columns', code: widestLine },
    { name: 'does not apply to code', code: `const text = '${'x'.repeat(120)}';` },
    { name: 'may be more for an address', code: `// See https://shop.example/${'x'.repeat(100)}` },
    {
      name: 'may be more for a directive',
      code: `// @ts-expect-error ${'x'.repeat(90)}`,
    },
  ],
  invalid: [
    { name: 'is too much at 101', code: `${widestLine}x`, errors: [at(1, 101)] },
    { name: 'counts from the margin', code: `if (true) {\n  ${widestLine}\n}`, errors: [at(2, 102)] },
    { name: 'counts behind code', code: `const text = '';${' '.repeat(80)}// behind`, errors: [at(1, 105)] },
    { name: 'counts in each line', code: `/**\n * short\n * ${'x'.repeat(98)}\n */`, errors: [at(3, 101)] },
  ],
});
