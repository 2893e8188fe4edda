import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deployedFiles } from './deployed-files';
import { git, uncommittedFiles } from './git';

let folder: string;

const write = (file: string, content: unknown) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
};

/** Writes files and commits them. @returns the commit */
function commit(files: Readonly<Record<string, unknown>>): string {
  for (const [file, content] of Object.entries(files)) write(file, content);
  git(folder, 'add', '--all');
  git(folder, '-c', 'user.name=a', '-c', 'user.email=a@b.example', 'commit', '--quiet', '-m', 'change');
  return git(folder, 'rev-parse', 'HEAD').trim();
}

const lock = (packages: object) => ({ packages: { '': {}, ...packages } });
const LOCKED = {
  'node_modules/pg': { version: '8.0.0', integrity: 'a' },
  'node_modules/jest': { version: '30.0.0', integrity: 'b', dev: true },
  'node_modules/esbuild': { version: '0.28.0', integrity: 'c', dev: true },
};

let first: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deployed-files-'));
  git(folder, 'init', '--quiet');
  first = commit({
    'nx.json': {
      namedInputs: {
        production: [
          'default',
          '!{projectRoot}/**/*.test.ts',
          '!{projectRoot}/tests/**',
          '!{projectRoot}/README.md',
        ],
      },
    },
    'package.json': { dependencies: { pg: '^8.0.0' }, devDependencies: { jest: '^30.0.0' } },
    'package-lock.json': lock(LOCKED),
    'apps/etl-lambda/src/handler.ts': 'first',
    'apps/etl-lambda/src/core/load.test.ts': 'first',
    'tools/shiny/tests/browser/tab.ts': 'first',
    'tools/shiny/README.md': 'first',
  });
});

afterEach(() => rmSync(folder, { recursive: true }));

it('finds what a rollback takes back, which is what the deployment had changed', () => {
  const second = commit({ 'apps/etl-lambda/src/handler.ts': 'second', 'apps/etl-lambda/src/new.ts': '' });
  const changed = ['apps/etl-lambda/src/handler.ts', 'apps/etl-lambda/src/new.ts'];
  expect(deployedFiles(folder, first, second)).toEqual(changed);
  expect(deployedFiles(folder, second, first)).toEqual(changed);
});

it('finds what differs between two branches, and not what both have changed alike', () => {
  const ours = commit({ 'apps/etl-lambda/src/handler.ts': 'second', 'apps/a/index.ts': 'ours' });
  git(folder, 'checkout', '--quiet', first);
  const theirs = commit({ 'apps/etl-lambda/src/handler.ts': 'second', 'apps/b/index.ts': 'theirs' });
  expect(deployedFiles(folder, ours, theirs)).toEqual(['apps/a/index.ts', 'apps/b/index.ts']);
});

it('leaves out tests and READMEs', () => {
  const second = commit({
    'apps/etl-lambda/src/core/load.test.ts': 'second',
    'tools/shiny/tests/browser/tab.ts': 'second',
    'tools/shiny/README.md': 'second',
  });
  expect(deployedFiles(folder, first, second)).toEqual([]);
});

it.each([
  ['a package of tests', { 'node_modules/jest': { version: '30.1.0', integrity: 'x', dev: true } }, []],
  [
    'a package of Lambdas',
    { 'node_modules/pg': { version: '8.1.0', integrity: 'x' } },
    ['package-lock.json'],
  ],
  [
    'the bundler',
    { 'node_modules/esbuild': { version: '0.29.0', integrity: 'x', dev: true } },
    ['package-lock.json'],
  ],
  [
    'a package that tests had, and Lambdas have from now on',
    { 'node_modules/jest': { version: '30.0.0', integrity: 'b' } },
    ['package-lock.json'],
  ],
])('deploys a new version of %s only where it is part of what is deployed', (_what, packages, files) => {
  const second = commit({ 'package-lock.json': lock({ ...LOCKED, ...packages }) });
  expect(deployedFiles(folder, first, second)).toEqual(files);
  expect(deployedFiles(folder, second, first)).toEqual(files);
});

it('leaves out a package.json whose development packages alone differ', () => {
  const second = commit({
    'package.json': { dependencies: { pg: '^8.0.0' }, devDependencies: { jest: '^30.1.0' } },
  });
  expect(deployedFiles(folder, first, second)).toEqual([]);
});

it('lists files that are not committed', () => {
  write('apps/etl-lambda/src/handler.ts', 'not committed');
  write('apps/new.ts', '');
  expect(uncommittedFiles(folder)).toEqual([' M apps/etl-lambda/src/handler.ts', '?? apps/new.ts']);
});
