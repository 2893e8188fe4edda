/** The longest line of a failed test: an output may be shown in a narrow window, or cut. */
const LONGEST_LINE = 240;

/**
 * Failures that no test has counted: failed tasks with passing tests, and tests without a summary.
 *
 * @param {{ ran: readonly string[], failed: readonly string[] }} tasks as `project:target`
 * @param {readonly { project: string, failed: number }[]} summaries
 * @returns {string[]} one line each
 */
export function failedTasks(tasks, summaries) {
  const reported = new Set(summaries.map(({ project }) => `${project}:test`));
  const counted = new Set(
    summaries.filter(({ failed }) => failed > 0).map(({ project }) => `${project}:test`),
  );
  const silent = tasks.ran.filter(
    (task) => task.endsWith(':test') && !reported.has(task) && !tasks.failed.includes(task),
  );
  return [
    ...tasks.failed.filter((task) => !counted.has(task)).map((task) => `${task} failed`),
    ...silent.map((task) => `${task} left no test-results/summary.json`),
  ];
}

/**
 * The tests that failed, by name: a build machine may show only the end of an output.
 *
 * @param {readonly { project: string, failures?: { title: string, message: string }[] }[]}
 *   summaries
 * @returns {string[]} one line each
 */
export function failedTests(summaries) {
  return summaries.flatMap(({ project, failures = [] }) =>
    failures.map(({ title, message }) =>
      `${project}: ${title}${message ? ` — ${message}` : ''}`.slice(0, LONGEST_LINE),
    ),
  );
}
