/** A checked item, and what to do when it is not as it must be. */
export interface Finding {
  readonly what: string;
  readonly problem?: string;
}

/**
 * Prints findings, one a line.
 *
 * @param bad the first word of the lines that name a problem
 * @returns the number of problems
 */
export function printFindings(findings: readonly Finding[], bad: string): number {
  for (const { what, problem } of findings)
    console.log(problem ? `${bad.padEnd(8)} ${what}: ${problem}` : `ok       ${what}`);
  return findings.filter(({ problem }) => problem !== undefined).length;
}
