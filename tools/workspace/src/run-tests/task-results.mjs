import { existsSync, readFileSync } from 'node:fs';

/**
 * Reads the results that the Nx plugin of the workspace has written.
 *
 * @param {string} file absent when Nx ended before its tasks did
 * @returns {{ ran: string[], failures: { task: string, output: string }[], times: object[] }} tasks
 *   as `project:target`; one that was skipped, because what it waits for had failed, did not run;
 *   times, `{ task, seconds }`, are without tasks from the cache, the longest first
 */
export function readResults(file) {
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const ran = results.filter(({ status }) => status !== 'skipped');
  const failures = ran.filter(({ status }) => status === 'failure' || status === 'stopped');
  return {
    ran: ran.map(({ task }) => task),
    failures: failures.map(({ task, output = '' }) => ({ task, output })),
    times: ran
      .filter(({ seconds, status }) => seconds > 0 && !status.includes('cache'))
      .map(({ task, seconds }) => ({ task, seconds }))
      .sort((one, other) => other.seconds - one.seconds),
  };
}
