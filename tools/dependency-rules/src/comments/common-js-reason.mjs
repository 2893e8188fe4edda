const REASON = /^\W*CommonJS, because /;

/**
 * Refuses a file of CommonJS that does not begin with the reason why it is one.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const commonJsReason = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: 'Begin the file with "// CommonJS, because …", or make it an ES module (.mjs).' },
  },
  create: (context) => ({
    Program(node) {
      if (!REASON.test(context.sourceCode.text)) context.report({ node, messageId: 'missing' });
    },
  }),
};
