import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { addNativePackage } from './native-package.mjs';

const NAME = '@duckdb/node-bindings-linux-x64';
let workspace;
let bundle;

describe('a package with compiled code', () => {
  beforeEach(() => {
    workspace = mkdtempSync(join(tmpdir(), 'native-package-test-'));
    bundle = join(workspace, 'dist');
    writeFileSync(join(workspace, 'package-lock.json'), '{ "packages": {} }');
  });
  afterEach(() => rmSync(workspace, { recursive: true }));

  it('is in the bundle as npm has installed it, and replaces an older one', () => {
    const installed = join(workspace, 'node_modules', NAME);
    mkdirSync(installed, { recursive: true });
    writeFileSync(join(installed, 'new.so'), '');
    mkdirSync(join(bundle, 'node_modules', NAME), { recursive: true });
    writeFileSync(join(bundle, 'node_modules', NAME, 'old.so'), '');
    addNativePackage(NAME, workspace, bundle);
    assert.deepEqual(readdirSync(join(bundle, 'node_modules', NAME)), ['new.so']);
  });

  it('must be in the lock file where npm has not installed it', () => {
    assert.throws(() => addNativePackage(NAME, workspace, bundle), {
      message: `package-lock.json has no ${NAME}: install what needs it.`,
    });
  });
});
