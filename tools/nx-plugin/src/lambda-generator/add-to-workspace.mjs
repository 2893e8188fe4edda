import { updateJson } from '@nx/devkit';
import { insertAfterLast, insertBefore } from './insert.mjs';

/** Makes a Lambda known to npm, TypeScript, ESLint and the documents. */
export function addToWorkspace(tree, { name, app, description }) {
  insertBefore(
    tree,
    'eslint.config.mjs',
    "    { sourceTag: 'scope:migrations'",
    `    { sourceTag: 'scope:${name}', onlyDependOnLibsWithTags: ['scope:lambda-runtime', 'scope:command-line'] },`,
  );
  updateJson(tree, 'tsconfig.json', ({ references, ...rest }) => ({
    ...rest,
    references: [...references, { path: `./apps/${app}` }],
  }));
  addToLockFile(tree, app);
  insertAfterLast(
    tree,
    'README.md',
    /^\| \[apps\/[\w-]+-lambda\]/,
    `| [apps/${app}](apps/${app}) | ${asPhrase(description)} |`,
  );
  insertAfterLast(tree, 'docs/where-things-are.md', /^ {2}[\w-]+-lambda --> /, `  ${app} --> lambda-runtime`);
}

/** A sentence as the table has it: without capital letter and full stop. */
function asPhrase(sentence) {
  return sentence.replace(/^./, (first) => first.toLowerCase()).replace(/\.$/, '');
}

/** Writes what `npm install` would, offline: npm ci refuses a lock file without a workspace. */
function addToLockFile(tree, app) {
  updateJson(tree, 'package-lock.json', (lock) => {
    const { name, version, license, dependencies } = JSON.parse(
      tree.read(`apps/${app}/package.json`, 'utf8'),
    );
    const packages = Object.entries({
      ...lock.packages,
      [`apps/${app}`]: { name, version, license, dependencies },
      [`node_modules/${name}`]: { resolved: `apps/${app}`, link: true },
    });
    return {
      ...lock,
      packages: Object.fromEntries(packages.sort(([one], [other]) => one.localeCompare(other, 'en'))),
    };
  });
}
