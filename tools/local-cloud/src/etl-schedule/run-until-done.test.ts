import { lambdaContext, runUntilDone, type EtlResult } from './run-until-done';

const result = (loaded: number, more: boolean): EtlResult => ({
  objects: 1,
  loaded,
  duplicates: 2,
  quarantined: 3,
  more,
});

describe('runUntilDone', () => {
  it('continues while there is more, with a new deadline for each run, and adds up the results', async () => {
    const runs = [result(10, true), result(20, true), result(5, false)];
    const contexts: unknown[] = [];
    const total = await runUntilDone(
      async (_event, context) => {
        contexts.push(context);
        return runs.shift() as EtlResult;
      },
      () => lambdaContext('id'),
    );
    expect(total).toEqual({ objects: 3, loaded: 35, duplicates: 6, quarantined: 9, more: false });
    expect(new Set(contexts).size).toBe(3);
  });
});

describe('a run without progress', () => {
  it('is the last one, and there is still more', async () => {
    let runs = 0;
    const stuck = async () => {
      runs += 1;
      return { ...result(0, true), objects: 0 };
    };
    expect(await runUntilDone(stuck, () => lambdaContext('id'))).toMatchObject({ objects: 0, more: true });
    expect(runs).toBe(1);
  });
});

describe('lambdaContext', () => {
  it('counts down from fifteen minutes and stops at nothing', () => {
    let now = 1_000_000;
    const context = lambdaContext('id', () => now);
    expect(context.getRemainingTimeInMillis()).toBe(900_000);
    now += 899_000;
    expect(context.getRemainingTimeInMillis()).toBe(1000);
    now += 10_000;
    expect(context.getRemainingTimeInMillis()).toBe(0);
  });
});
