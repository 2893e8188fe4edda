/** Wrong usage: the command line names something that does not exist. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Turns an error of `read` into a `UsageError` with its first sentence. */
export function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const [firstSentence = ''] = String((error as Error).message).split('. ');
    throw new UsageError(firstSentence.replace(/\.?$/, '.'));
  }
}
