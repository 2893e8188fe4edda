import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matchesInstalled } from './node-modules.mjs';

const lock = {
  packages: {
    '': { name: 'clickstream' },
    'apps/infra': { version: '0.1.0' },
    'node_modules/pg': { version: '8.23.1' },
    'node_modules/@clickstream/infra': { resolved: 'apps/infra', link: true },
    'node_modules/@swc/core-darwin-arm64': { version: '1.16.22', optional: true },
  },
};

describe('matchesInstalled', () => {
  it('is content with what another platform would need left out', () => {
    assert.equal(matchesInstalled(lock, { packages: { 'node_modules/pg': { version: '8.23.1' } } }), true);
  });

  it('sees another version', () => {
    assert.equal(matchesInstalled(lock, { packages: { 'node_modules/pg': { version: '8.23.0' } } }), false);
  });

  it('sees a package that is missing', () => {
    assert.equal(matchesInstalled(lock, { packages: {} }), false);
  });
});
