import { spawnSync } from 'node:child_process';

import { environment, program, root } from './workspace.mjs';

/**
 * Runs one check and shows its output only when it fails.
 *
 * @param {string} title
 * @param {string} name of the program
 * @param {readonly string[]} args
 * @returns {string[]} what failed: nothing or one line
 */
export function runChecked(title, name, args) {
  const check = spawnSync(program(name), args, {
    cwd: root,
    env: environment,
    encoding: 'utf8',
    timeout: 300_000,
  });
  process.stdout.write(`${check.status === 0 ? '✔' : '✖'} ${title}\n`);
  if (check.status === 0) return [];
  process.stdout.write(`${check.stdout}${check.stderr}\n`);
  return [`${title}: ${name} ${args.join(' ')}`];
}
