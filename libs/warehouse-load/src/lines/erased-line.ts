/**
 * Rest of a line of a raw object whose event was erased: its number stays, and with it
 * the ids of its neighbours.
 */
export interface ErasedLine {
  /** When it was erased, as ISO 8601. */
  readonly _erased: string;
}

/** The line that takes the place of an erased one, without a line feed. */
export function erasedLine(erasedAt: Date): string {
  return JSON.stringify({ _erased: erasedAt.toISOString() } satisfies ErasedLine);
}

/** True when a line was erased: it holds the time of that and nothing else. */
export function isErasedLine(value: unknown): value is ErasedLine {
  if (typeof value !== 'object' || value === null) return false;
  const [[name, time] = [], ...others] = Object.entries(value);
  return name === '_erased' && typeof time === 'string' && others.length === 0;
}
