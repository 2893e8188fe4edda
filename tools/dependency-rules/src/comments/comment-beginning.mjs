const QUESTION = /^[\s*]*(What|Whether|How|Returns whether|This function)\b/;

/**
 * Refuses comments that begin like a question: a noun phrase or an imperative reads faster, also
 * alone in a list of names.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const commentBeginning = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      question:
        'The comment begins with "{{beginning}}": begin with a noun phrase or an imperative, such as "Number of …" or "True if …".',
    },
  },
  create: (context) => ({
    Program() {
      let before;
      for (const comment of context.sourceCode.getAllComments()) {
        const [, beginning] = QUESTION.exec(comment.value) ?? [];
        if (beginning && !continues(before, comment))
          context.report({ loc: comment.loc, messageId: 'question', data: { beginning } });
        before = comment;
      }
    },
  }),
};

/** True for the second and later lines of a comment of several `//`. */
const continues = (before, { type, loc }) =>
  before?.type === 'Line' && type === 'Line' && before.loc.end.line === loc.start.line - 1;
