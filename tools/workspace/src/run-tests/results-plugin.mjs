import { writeFileSync } from 'node:fs';

export const name = 'task-results';

/** The environment variable that names the file for the results of tasks, as JSON. */
export const RESULTS_FILE = 'CLICKSTREAM_TASK_RESULTS';

/**
 * Writes the result of each task for the process that starts Nx: `[{ "task":
 * "tracker:test", "status": "failure", "output": "…" }]`, with the output of those that
 * failed. Nx calls it when all tasks have ended. A task that starts Nx itself writes there as
 * well, but the outer one ends last.
 *
 * @param {unknown} _options
 * @param {import('@nx/devkit').PostTasksExecutionContext} context
 */
export function postTasksExecution(_options, { taskResults }) {
  const file = process.env[RESULTS_FILE];
  if (!file) return;
  const results = Object.entries(taskResults).map(([task, { status, terminalOutput }]) =>
    status === 'failure' ? { task, status, output: terminalOutput ?? '' } : { task, status },
  );
  writeFileSync(file, JSON.stringify(results));
}
