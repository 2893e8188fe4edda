import { readAhead, workAhead } from './read-ahead';

async function* numbers(
  count: number,
  onAsked: (n: number) => void = () => undefined,
): AsyncGenerator<number> {
  for (let n = 0; n < count; n++) {
    onAsked(n);
    yield await Promise.resolve(n);
  }
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const values: T[] = [];
  for await (const value of source) values.push(value);
  return values;
}

describe('readAhead', () => {
  it('gives the same values in the same order', async () => {
    expect(await all(readAhead(numbers(7), 3))).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(await all(readAhead(numbers(0), 3))).toEqual([]);
  });

  it('requests no more values than allowed', async () => {
    let asked = 0;
    const ahead = readAhead(
      numbers(100, () => asked++),
      3,
    );
    await ahead.next();
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBeLessThanOrEqual(5);
    await ahead.return(undefined);
    expect(asked).toBeLessThanOrEqual(5);
  });

  it('passes an error on in order', async () => {
    const failing = (async function* () {
      yield await Promise.resolve(1);
      throw new Error('broken');
    })();
    const values: number[] = [];
    await expect(
      (async () => {
        for await (const value of readAhead(failing, 3)) values.push(value);
      })(),
    ).rejects.toThrow('broken');
    expect(values).toEqual([1]);
  });
});

describe('workAhead', () => {
  it('gives results in the order of the values, whichever finishes first', async () => {
    const work = (n: number) =>
      new Promise<number>((resolve) => {
        setTimeout(() => resolve(n * 10), n % 2 === 0 ? 5 : 0);
      });
    expect(await all(workAhead(numbers(6), 3, work))).toEqual([0, 10, 20, 30, 40, 50]);
  });

  it('has no more calls in flight than allowed', async () => {
    let underWay = 0;
    let most = 0;
    const work = async (n: number) => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return n;
    };
    await all(workAhead(numbers(50), 4, work));
    expect(most).toBe(4);
  });
});
