import { after, describe, it } from 'node:test';
import { RuleTester } from 'eslint';
import { commentBeginning } from './comment-beginning.mjs';

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.afterAll = after;

const beginsWith = (beginning) => [{ messageId: 'question', data: { beginning } }];

new RuleTester().run('the beginning of comments', commentBeginning, {
  valid: [
    { name: 'may be a noun phrase', code: '/** Number of events. */' },
    { name: 'may be an imperative', code: '/**\n * Check whether it is open.\n */' },
    { name: 'is in the first of several lines only', code: '// Nobody knows\n// how or\n// What it is.' },
    { name: 'is a word, not its first letters', code: '// However it is read.' },
  ],
  invalid: [
    { name: 'is not What', code: '/** What a row says. */', errors: beginsWith('What') },
    { name: 'is not Whether', code: '/**\n * Whether it is open.\n */', errors: beginsWith('Whether') },
    { name: 'is not How', code: '// How many there are.', errors: beginsWith('How') },
    {
      name: 'is not Returns whether',
      code: '/** Returns whether it is open. */',
      errors: beginsWith('Returns whether'),
    },
    { name: 'is not This function', code: '// This function adds.', errors: beginsWith('This function') },
    { name: 'counts again behind code', code: 'f(); // a\n\n// What is left.', errors: beginsWith('What') },
  ],
});
