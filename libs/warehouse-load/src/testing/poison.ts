/** The id of an event that makes a reader throw. */
export const POISON_ID = '019a4341-7f6a-7abc-8def-dead0000dead';

/** The message that the reader throws. */
export const POISON_MESSAGE = 'thrown by the test';

/**
 * Makes a mock throw when its argument holds the poison, and call the original otherwise.
 *
 * @param after true to call the original before it throws
 */
export function poisoned<A extends unknown[], R>(
  real: (...given: A) => R,
  { after = false, marker = POISON_ID } = {},
): (this: unknown, ...given: A) => R {
  return function (this: unknown, ...given: A) {
    const isPoisoned = holds(given, marker);
    if (isPoisoned && !after) throw new Error(POISON_MESSAGE);
    const result = real.apply(this, given);
    if (isPoisoned) throw new Error(POISON_MESSAGE);
    return result;
  };
}

/** Makes a method of all objects of a class throw in the same way. */
export function poisonMethod(target: object, name: string, options?: { after?: boolean }): void {
  const methods = target as Record<string, (...given: unknown[]) => unknown>;
  const real = methods[name];
  if (!real) throw new Error(`"${name}" is not a method, so it cannot be poisoned.`);
  jest.spyOn(methods, name).mockImplementation(poisoned(real, options));
}

function holds(given: readonly unknown[], marker: string): boolean {
  return given.some((value) =>
    Buffer.isBuffer(value) ? value.includes(marker) : textOf(value).includes(marker),
  );
}

const textOf = (value: unknown): string => JSON.stringify(value) ?? '';
