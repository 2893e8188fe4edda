import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createNodesV2 } from './plugin.mjs';

let workspaceRoot;
const write = (file, text) => {
  mkdirSync(join(workspaceRoot, file, '..'), { recursive: true });
  writeFileSync(join(workspaceRoot, file), text);
};
const targetsOf = (file) => {
  const [found] = createNodesV2[1]([file], undefined, { workspaceRoot });
  return found ? Object.values(found[1].projects)[0].targets : undefined;
};

describe('the Nx plugin', () => {
  beforeEach(() => {
    workspaceRoot = mkdtempSync(join(tmpdir(), 'nx-plugin-'));
  });
  afterEach(() => rmSync(workspaceRoot, { recursive: true }));

  it('gives a Lambda its bundle, and has its tests wait for it', () => {
    write('apps/report/package.json', '{ "nx": { "metadata": { "esbuild": "--keep-names" } } }');
    write('apps/report/src/handler.ts', '');
    const { bundle, test } = targetsOf('apps/report/package.json');
    assert.match(
      bundle.options.command,
      /^esbuild src\/handler\.ts .* --keep-names --outfile=dist\/handler\.cjs$/,
    );
    assert.deepEqual(test.dependsOn, ['bundle']);
  });

  it('puts compiled code next to the bundle of a Lambda that needs it', () => {
    write(
      'apps/report/package.json',
      '{ "nx": { "metadata": { "nativePackage": "@duckdb/node-bindings" } } }',
    );
    write('apps/report/src/handler.ts', '');
    const { bundle } = targetsOf('apps/report/package.json');
    assert.match(bundle.options.command, / && node .*add-native-package\.mjs @duckdb\/node-bindings$/);
  });

  it('deploys stacks after the shared ones, and destroys them after those that lean on them', () => {
    write('tools/panel/project.json', '{ "metadata": { "stacks": ["A", "B"], "destroyAfter": ["shop"] } }');
    const { bundle, deploy, destroy } = targetsOf('tools/panel/project.json');
    assert.equal(bundle, undefined);
    assert.deepEqual(deploy.options.commands, [
      'node --import ../../tools/workspace/typescript.mjs src/deploy/stacks.ts deploy A B',
    ]);
    assert.deepEqual(deploy.dependsOn, [{ projects: ['infra'], target: 'deploy-shared' }]);
    assert.deepEqual(destroy.dependsOn, [
      { projects: ['infra'], target: 'synth' },
      { projects: ['shop'], target: 'destroy' },
    ]);
  });

  it('gives nothing to a project that is neither', () => {
    write('tools/plain/package.json', '{}');
    assert.equal(targetsOf('tools/plain/package.json'), undefined);
  });
});
