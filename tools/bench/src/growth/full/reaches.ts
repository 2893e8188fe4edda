/**
 * The size at which a figure reaches a limit: on the straight line between the measured sizes
 * around it, or on that through the last two.
 *
 * @param points size and figure, in the order of size; Infinity where the figure has no end
 * @returns undefined when it does not grow towards the limit
 */
export function reaches(
  points: readonly (readonly [size: number, figure: number])[],
  limit: number,
): number | undefined {
  const above = points.findIndex(([, figure]) => figure >= limit);
  const end = above < 0 ? points.length - 1 : above;
  const [size, figure] = points[end] ?? [Number.NaN, Number.NaN];
  const [before, figureBefore] = points[end - 1] ?? [size, figure];
  if (figure === Infinity) return size;
  if (end === 0) return size;
  const slope = (figure - figureBefore) / (size - before);
  return slope > 0 ? size + (limit - figure) / slope : undefined;
}
