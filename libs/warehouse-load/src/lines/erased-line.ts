/**
 * The line that remains of an erased event: it keeps its number, and so the ids of its neighbours.
 */
export interface ErasedLine {
  /** Time of the erasure, as ISO 8601. */
  readonly _erased: string;
}

/** The replacement of an erased line, without a line feed. */
export function erasedLine(erasedAt: Date): string {
  return JSON.stringify({ _erased: erasedAt.toISOString() } satisfies ErasedLine);
}

/** True when a line was erased: it holds the time of erasure and nothing else. */
export function isErasedLine(value: unknown): value is ErasedLine {
  if (typeof value !== 'object' || value === null) return false;
  const [[name, time] = [], ...others] = Object.entries(value);
  return name === '_erased' && typeof time === 'string' && others.length === 0;
}
