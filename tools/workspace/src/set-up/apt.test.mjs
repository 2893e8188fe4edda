import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { percentOf } from './apt.mjs';

describe('percentOf', () => {
  it('counts the download as the first half and the unpacking as the second', () => {
    assert.equal(percentOf('dlstatus:12:40.5:Retrieving file 12 of 97'), 20.25);
    assert.equal(percentOf('pmstatus:r-base-core:20:Installing r-base-core (amd64)'), 60);
    assert.equal(percentOf('pmstatus:libc6:amd64:80.0:Preparing libc6:amd64'), 90);
  });

  it('leaves other lines alone', () => {
    assert.equal(percentOf('pmconffile:/etc/R/Renviron:10:question'), undefined);
  });
});
