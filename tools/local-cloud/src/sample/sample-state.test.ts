import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSampleState, saveSampleState } from './sample-state';

describe('the state of the sample', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sample-state-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const today = new Date('2026-11-23T09:00:00Z');
  const tomorrow = new Date('2026-11-24T09:00:00Z');

  it('remembers the first decision, so that a killed start simulates the same shoppers again', () => {
    const file = join(folder, 'killed.json');
    const state = ensureSampleState(file, 30, today);
    saveSampleState(file, { ...state, sessionsSent: 400 });
    expect(ensureSampleState(file, 7, tomorrow)).toEqual({
      days: 30,
      seed: state.seed,
      until: '2026-11-23T09:00:00.000Z',
      sessionsSent: 400,
      done: false,
    });
  });

  it('stays empty when it began empty', () => {
    const file = join(folder, 'empty.json');
    ensureSampleState(file, 0, today);
    expect(ensureSampleState(file, 30, tomorrow)).toMatchObject({ days: 0, done: true });
  });
});
