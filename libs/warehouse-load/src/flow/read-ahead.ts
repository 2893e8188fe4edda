/**
 * Yields the same values in the same order, and requests up to `ahead` of them before they are
 * needed.
 *
 * @param ahead limits how many values wait in memory
 */
export async function* readAhead<T>(source: AsyncIterable<T>, ahead: number): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  const asked: Promise<IteratorResult<T>>[] = [];
  const ask = () => {
    const next = iterator.next();
    // It is awaited in order, which may be after it has failed.
    next.catch(() => undefined);
    asked.push(next);
  };
  try {
    for (let i = 0; i < ahead; i++) ask();
    for (let next = asked.shift(); next; next = asked.shift()) {
      const result = await next;
      if (result.done) return;
      ask();
      yield result.value;
    }
  } finally {
    await Promise.allSettled(asked);
    await iterator.return?.();
  }
}

/**
 * The results of `work` in the order of the values, with up to `ahead` calls in flight.
 *
 * @param work must not reject
 */
export async function* workAhead<T, R>(
  source: AsyncIterable<T>,
  ahead: number,
  work: (value: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  try {
    for await (const value of source) {
      underWay.push(work(value));
      if (underWay.length < ahead) continue;
      const first = underWay.shift();
      if (first) yield await first;
    }
    for (let first = underWay.shift(); first; first = underWay.shift()) yield await first;
  } finally {
    await Promise.allSettled(underWay);
  }
}
