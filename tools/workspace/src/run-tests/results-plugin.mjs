import { writeFileSync } from 'node:fs';

export const name = 'task-results';

/** The environment variable that names the file for the results of tasks, as JSON. */
export const RESULTS_FILE = 'CLICKSTREAM_TASK_RESULTS';

/**
 * Writes the result of each task for the process that starts Nx: `[{ "task": "tracker:test",
 * "status": "failure", "seconds": 31, "output": "…" }]`, with the time of those that ran and the
 * output of those that failed. Nx calls it when all tasks have ended. A task that starts Nx itself
 * writes there as well, but the outer one ends last.
 *
 * @param {unknown} _options
 * @param {import('@nx/devkit').PostTasksExecutionContext} context
 */
export function postTasksExecution(_options, { taskResults }) {
  const file = process.env[RESULTS_FILE];
  if (!file) return;
  const results = Object.entries(taskResults).map(([name, { task, status, terminalOutput }]) => ({
    task: name,
    status,
    ...(task?.endTime ? { seconds: Math.round((task.endTime - task.startTime) / 1000) } : {}),
    ...(status === 'failure' ? { output: terminalOutput ?? '' } : {}),
  }));
  writeFileSync(file, JSON.stringify(results));
}
