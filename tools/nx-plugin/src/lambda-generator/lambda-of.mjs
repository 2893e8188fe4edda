import { names } from '@nx/devkit';

/** AWS allows 64 characters for the name of a function, of which this leaves room for its stage. */
const LONGEST_NAME = 30;
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Characters that mean something in a comment, a string or a table are left out. */
const SENTENCE = /^[A-Z][^\\|*`<>"\n]{8,118}\.$/;

/**
 * @typedef {object} Lambda
 * @property {string} name `report`
 * @property {string} app `report-lambda`
 * @property {string} className `Report`, also the id of its stack
 * @property {string} constantName `REPORT`, the beginning of its settings
 * @property {string} functionName `clickstream-lambda-report`
 * @property {string} description
 */

/**
 * All names of a new Lambda.
 *
 * @param {import('@nx/devkit').Tree} tree
 * @param {{ name: string, description: string }} options as schema.json says
 * @returns {Lambda}
 * @throws {Error} of one line, for a name that is wrong or taken and for a description that is
 *   not a sentence
 */
export function lambdaOf(tree, { name: given, description }) {
  const name = given.replace(/-lambda$/, '');
  if (!NAME.test(name) || name.length > LONGEST_NAME)
    throw refusal(
      `The name is "${given}". Use small letters and digits, with hyphens between words, at most ${LONGEST_NAME} characters, for example report.`,
    );
  const taken = takenBy(tree, name);
  if (taken) throw refusal(`The name "${given}" is taken by ${taken}. Choose another one.`);
  if (!SENTENCE.test(description))
    throw refusal(
      `The description is "${description}". Write one sentence of 10 to 120 characters, from a capital letter to a full stop, without \\ | * \` < > ".`,
    );
  const { className, constantName } = names(name);
  return {
    name,
    app: `${name}-lambda`,
    className,
    constantName,
    functionName: `clickstream-lambda-${name}`,
    description,
  };
}

function takenBy(tree, name) {
  const folders = [`apps/${name}-lambda`, `apps/infra/src/stacks/${name}-stack.ts`];
  const tag = `scope:${name}`;
  return (
    folders.find((path) => tree.exists(path)) ??
    (tree.read('eslint.config.mjs', 'utf8').includes(`'${tag}'`) ? `${tag} in eslint.config.mjs` : undefined)
  );
}

/** An error without a stack, of which Nx shows only the message. */
function refusal(message) {
  return Object.assign(new Error(message), { stack: undefined });
}
