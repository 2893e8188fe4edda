const WIDEST = 100;

/** Lines that cannot be broken: addresses, and directives of tools. */
const UNBREAKABLE = /https?:\/\/|^\s*(?:\/\/|\/\*)\s*(?:eslint-|@ts-|prettier-)/;

/**
 * Refuses comments that go past column 100, where readers of two files side by side lose their end.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const commentWidth = {
  meta: {
    type: 'layout',
    schema: [],
    messages: { wide: 'The comment ends at column {{column}}: break it at {{widest}}.' },
  },
  create: (context) => ({
    Program() {
      for (const { loc } of context.sourceCode.getAllComments())
        for (let line = loc.start.line; line <= loc.end.line; line++) {
          const text = context.sourceCode.lines[line - 1];
          const column = line === loc.end.line ? loc.end.column : text.length;
          if (column <= WIDEST || UNBREAKABLE.test(text)) continue;
          const start = { line, column: line === loc.start.line ? loc.start.column : 0 };
          const data = { column: String(column), widest: String(WIDEST) };
          context.report({ loc: { start, end: { line, column } }, messageId: 'wide', data });
        }
    },
  }),
};
