import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { aWorkspaceCopy } from './testing/workspace-copy.mjs';

/** Files outside of the app that the generator writes or changes. */
const CHANGED = [
  'README.md',
  'docs/configuration.md',
  'docs/where-things-are.md',
  'eslint.config.mjs',
  'tsconfig.json',
  'apps/infra/README.md',
  'apps/infra/src/affected.test.ts',
  'apps/infra/src/clickstream-app.test.ts',
  'apps/infra/src/clickstream-app.ts',
  'apps/infra/src/stacks/report-stack.test.ts',
  'apps/infra/src/stacks/report-stack.ts',
  'tools/infra-proofs/src/permissions/calls.ts',
  'tools/infra-proofs/src/permissions/permissions.test.ts',
  'tools/infra-proofs/src/permissions/written-rights.test.ts',
];

describe('CONTRIBUTING’s steps to add a Lambda', () => {
  let workspace;
  let generate;
  let check;
  let deploy;
  before(() => {
    workspace = aWorkspaceCopy();
    const [, steps = ''] = workspace.read('CONTRIBUTING.md').split(/^## Add a Lambda$/m);
    [generate, check, deploy] = [...steps.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, commands]) => commands);
  });
  after(() => workspace.remove());

  const succeeds = (commands) => {
    const { status, stdout, output } = workspace.run(commands);
    assert.equal(status, 0, output);
    return stdout;
  };

  it('write a Lambda that is formatted and known to npm and TypeScript', () => {
    succeeds(generate);
    succeeds(`npx prettier --check apps/report-lambda ${CHANGED.join(' ')}`);
    const { packages } = JSON.parse(workspace.read('package-lock.json'));
    const { name, version, license, dependencies } = JSON.parse(
      workspace.read('apps/report-lambda/package.json'),
    );
    assert.deepEqual(packages['apps/report-lambda'], { name, version, license, dependencies });
    assert.deepEqual(packages[`node_modules/${name}`], { resolved: 'apps/report-lambda', link: true });
    succeeds('npx nx sync:check');
  });

  it('refuse a name that is taken, in one line and without a change', () => {
    const before = workspace.read('eslint.config.mjs');
    const { status, stdout, stderr } = workspace.run(
      'npx nx g lambda report-lambda --description "Another one."',
    );
    assert.equal(status, 1);
    const lines = `${stdout}${stderr}`
      .split('\n')
      .filter((line) => line.includes('taken') || /^ +at /.test(line));
    assert.deepEqual(lines.length, 1);
    assert.match(lines[0], /The name "report-lambda" is taken by apps\/report-lambda\. Choose another one\./);
    assert.equal(workspace.read('eslint.config.mjs'), before);
  });

  it('check it: lint, types, tests and bundle of the app, and the stack is synthesised', () => {
    succeeds(check);
    assert.ok(existsSync(join(workspace.folder, 'apps/report-lambda/dist/handler.cjs')));
    const { Resources } = JSON.parse(workspace.read('apps/infra/cdk.out/Report.template.json'));
    const names = Object.values(Resources).map(({ Properties }) => Properties.FunctionName);
    assert.ok(names.includes('clickstream-lambda-report'));
  });

  it('leave infra, its proofs and the page of settings in order', () => {
    succeeds(`npx eslint ${CHANGED.filter((file) => /\.(ts|mjs)$/.test(file)).join(' ')}`);
    succeeds('npx tsc -b apps/infra tools/infra-proofs');
    succeeds(
      "npx jest --projects apps/infra tools/infra-proofs libs/lambda-runtime --testPathPatterns 'report-stack|clickstream-app|permissions|configuration-page'",
    );
  });

  it('deploy its bundle and its stack after what is shared', () => {
    const command = deploy.split('\n').find((line) => line.startsWith('npx nx deploy'));
    const { tasks } = JSON.parse(succeeds(`${command.split('#')[0]} --graph=stdout`));
    assert.deepEqual(tasks.dependencies['report-lambda:deploy'], ['infra:deploy-shared']);
    assert.ok(tasks.dependencies['infra:synth'].includes('report-lambda:bundle'));
  });
});
