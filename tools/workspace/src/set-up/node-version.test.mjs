import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nodeProblem } from './node-version.mjs';

describe('nodeProblem', () => {
  for (const version of ['20.19.0', '20.20.2', '22.1.0', '24.9.0']) {
    it(`takes Node ${version}`, () => assert.equal(nodeProblem(version), undefined));
  }

  for (const version of ['20.18.3', '18.20.8', '9.11.2']) {
    it(`says in one line that Node ${version} is too old`, () => {
      assert.equal(
        nodeProblem(version),
        `Node 20.19 or newer is needed, this is ${version}: install it from https://nodejs.org and try again.`,
      );
    });
  }
});
