import { yieldEvery } from './yield-event-loop';

/** Runs the given number of steps, and reports the steps in which other work had a turn. */
async function stepsWithTurn(milliseconds: number): Promise<number[]> {
  const turn = yieldEvery(milliseconds);
  const interrupted: number[] = [];
  let isWaiting = false;
  for (let step = 0; step < 3; step++) {
    if (!isWaiting) {
      isWaiting = true;
      setImmediate(() => {
        isWaiting = false;
        interrupted.push(step);
      });
    }
    await turn();
  }
  return interrupted;
}

describe('yieldEvery', () => {
  it('lets other work go on once the time is over', async () => {
    expect(await stepsWithTurn(0)).toEqual([0, 1, 2]);
  });

  it('does not interrupt work before that', async () => {
    expect(await stepsWithTurn(Infinity)).toEqual([]);
  });
});
