/**
 * Does the work for each value, in their order, with so many of them under way at the same time.
 */
export async function inParallel<T>(
  values: readonly T[],
  count: number,
  work: (value: T, index: number) => Promise<void>,
): Promise<void> {
  const entries = values.entries();
  const worker = async () => {
    for (const [index, value] of entries) await work(value, index);
  };
  await Promise.all(Array.from({ length: count }, worker));
}
