import { isAssigned } from './is-assigned.mjs';

/**
 * Refuses private members of classes that only the constructor assigns and that are not `readonly`.
 * `@typescript-eslint/prefer-readonly` finds the same with types, which would more than double the
 * time of the lint; a private member is assigned in its own class alone, so its syntax says it.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const readonlyMembers = {
  meta: {
    type: 'suggestion',
    fixable: 'code',
    schema: [],
    messages: { constant: 'Nothing assigns "{{name}}" after the constructor: make it readonly.' },
  },
  create(context) {
    const classes = [];
    return {
      ClassBody: ({ body }) => void classes.push(changeableMembers(body)),
      MemberExpression(node) {
        if (!isAssigned(node) || isInConstructor(node)) return;
        for (const members of classes) members.delete(context.sourceCode.getText(node.property));
      },
      'ClassBody:exit'() {
        for (const [name, key] of classes.pop())
          context.report({
            node: key,
            messageId: 'constant',
            data: { name },
            fix: (fixer) => fixer.insertTextBefore(key, 'readonly '),
          });
      },
    };
  },
};

/** Private members that are not readonly, by name: fields, and parameters of the constructor. */
function changeableMembers(body) {
  const constructor = body.find(({ kind }) => kind === 'constructor');
  const members = [
    ...body.filter(({ type }) => type === 'PropertyDefinition'),
    ...(constructor?.value.params ?? []).filter(({ type }) => type === 'TSParameterProperty'),
  ];
  return new Map(
    members
      .map((member) => [member, member.key ?? member.parameter.left ?? member.parameter])
      .filter(([member, key]) => !member.readonly && isPrivate(member, key))
      .map(([, key]) => [key.type === 'PrivateIdentifier' ? `#${key.name}` : key.name, key]),
  );
}

const isPrivate = ({ accessibility, computed }, { type }) =>
  type === 'PrivateIdentifier' || (accessibility === 'private' && !computed);

/** True when `this.x` is in a constructor itself, and not in a function that it makes. */
function isInConstructor({ object, parent }) {
  let inner = parent;
  while (inner && !/Function/.test(inner.type) && inner.type !== 'PropertyDefinition') inner = inner.parent;
  return object.type === 'ThisExpression' && inner?.parent?.kind === 'constructor';
}
