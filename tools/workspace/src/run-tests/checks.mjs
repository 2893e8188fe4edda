import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { environment, program, root } from './workspace.mjs';

const run = promisify(execFile);

/**
 * Runs one check and shows its output only when it fails.
 *
 * @param {string} title
 * @param {string} name of the program
 * @param {readonly string[]} args
 * @returns {Promise<string[]>} what failed: nothing or one line
 */
export async function runChecked(title, name, args) {
  const options = { cwd: root, env: environment, maxBuffer: 64 * 1024 * 1024, timeout: 600_000 };
  try {
    await run(program(name), args, options);
    process.stdout.write(`✔ ${title}\n`);
    return [];
  } catch ({ message, stdout = '', stderr = '' }) {
    process.stdout.write(`✖ ${title}\n${stdout}${stderr || message}\n`);
    return [`${title}: ${name} ${args.join(' ')}`];
  }
}
