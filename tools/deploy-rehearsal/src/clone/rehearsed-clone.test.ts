import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneOf } from './rehearsed-clone';

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'rehearsed-clone-')));
  const workspace = join(folder, 'workspace');
  mkdirSync(join(workspace, 'libs/a'), { recursive: true });
  mkdirSync(join(workspace, 'node_modules/pg'), { recursive: true });
  writeFileSync(join(workspace, '.gitignore'), 'node_modules\n');
  writeFileSync(join(workspace, 'libs/a/package.json'), '{ "name": "@clickstream/a" }');
  const git = (...args: string[]) => execFileSync('git', args, { cwd: workspace });
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=a', '-c', 'user.email=a@b.example', 'commit', '--quiet', '-m', 'first');
  writeFileSync(join(workspace, 'libs/a/package.json'), 'not committed');
});

afterEach(() => rmSync(folder, { recursive: true }));

it('has what is committed, the packages of the workspace, and links to projects of the clone', () => {
  const clone = cloneOf(join(folder, 'workspace'), join(folder, 'clone'));
  const packages = join(clone.folder, 'node_modules');
  expect(realpathSync(join(packages, 'pg'))).toBe(join(folder, 'workspace/node_modules/pg'));
  expect(realpathSync(join(packages, '@clickstream/a'))).toBe(join(folder, 'clone/libs/a'));
  expect(readFileSync(join(packages, '@clickstream/a/package.json'), 'utf8')).toContain('@clickstream/a');
});

it('commits changes, and takes them back by checking out the commit before', () => {
  const clone = cloneOf(join(folder, 'workspace'), join(folder, 'clone'));
  const first = clone.head();
  const file = 'libs/a/package.json';
  clone.change(file, (text) => text.replace('{', '{ "version": "2.0.0",'), 'a change');
  expect(clone.head()).not.toBe(first);
  clone.checkOut(first);
  expect(readFileSync(join(clone.folder, file), 'utf8')).toBe('{ "name": "@clickstream/a" }');
  expect(() => clone.change(file, (text) => text, 'nothing')).toThrow(
    'has no place for this change: nothing',
  );
});
