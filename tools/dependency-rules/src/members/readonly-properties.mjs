import { isAssigned } from './is-assigned.mjs';

/**
 * Refuses properties of interfaces and type aliases that are not `readonly` and that no line of the
 * same file assigns. Code that changes an object is next to its type, so a reader of the type sees
 * in one file what can change; a type that another file changes needs a class, or a function here.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const readonlyProperties = {
  meta: {
    type: 'suggestion',
    fixable: 'code',
    schema: [],
    messages: { constant: 'Nothing in this file assigns "{{name}}": make it readonly.' },
  },
  create(context) {
    const properties = [];
    const assigned = new Set();
    const nameOf = ({ type, name, value }) => (type === 'Literal' ? String(value) : name);
    return {
      ':matches(TSInterfaceDeclaration, TSTypeAliasDeclaration) TSPropertySignature'(node) {
        if (!node.readonly) properties.push(node);
      },
      MemberExpression(node) {
        if (isAssigned(node)) assigned.add(nameOf(node.property));
      },
      'Program:exit'() {
        for (const node of properties.filter(({ key }) => !assigned.has(nameOf(key))))
          context.report({
            node: node.key,
            messageId: 'constant',
            data: { name: nameOf(node.key) },
            fix: (fixer) => fixer.insertTextBefore(node, 'readonly '),
          });
      },
    };
  },
};
