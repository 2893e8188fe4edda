import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { it } from 'node:test';

const WORKSPACE = resolve(import.meta.dirname, '../../..');

/** The paths of every package.json of this workspace. */
const manifests = ['apps', 'libs', 'tools']
  .flatMap((folder) => readdirSync(join(WORKSPACE, folder)).map((project) => join(folder, project)))
  .concat('.')
  .map((project) => join(project, 'package.json'))
  .filter((file) => existsSync(join(WORKSPACE, file)));

it('every package.json says that its files are ES modules', () => {
  const typeOf = (file) => JSON.parse(readFileSync(join(WORKSPACE, file), 'utf8')).type;
  assert.ok(manifests.length > 30, 'The package.json files are not where they were.');
  assert.deepEqual(
    manifests.filter((file) => typeOf(file) !== 'module'),
    [],
  );
});
