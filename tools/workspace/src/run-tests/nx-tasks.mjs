import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

import { RESULTS_FILE } from './results-plugin.mjs';
import { readResults } from './task-results.mjs';
import { environment, program, root } from './workspace.mjs';

/**
 * One more than a small build machine has cores: tests with browsers and
 * servers wait much of their time.
 */
const PARALLEL = '3';
/** A limit for what hangs: a slow machine takes twice the time of a desk. */
const TIMEOUT_MILLISECONDS = 80 * 60 * 1000;
const SIGN_OF_LIFE_MILLISECONDS = 20_000;

/** Lines of Nx to show when it fails without naming a task. */
const LAST_LINES = 40;

/**
 * Runs targets of all projects with Nx: one line for each task as it ends, and the
 * output of those that failed.
 *
 * @param {readonly string[]} targets
 * @param {string | undefined} projects only these, separated by commas
 * @returns {Promise<{ ran: string[], failed: string[], times: object[] }>} tasks as
 *   `project:target`, and their times, `{ task, seconds }`, the longest first
 */
export async function runNx(targets, projects) {
  const args = [
    'run-many',
    '--targets',
    targets.join(','),
    '--parallel',
    PARALLEL,
    '--output-style',
    'static',
  ];
  const folder = mkdtempSync(join(tmpdir(), 'nx-results-'));
  const resultsFile = join(folder, 'results.json');
  // A separate process group, so that nothing of it is left at the end.
  const nx = spawn(program('nx'), [...args, ...(projects ? ['--projects', projects] : [])], {
    cwd: root,
    env: { ...environment, [RESULTS_FILE]: resultsFile },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => killGroup(nx.pid);
  const timer = setTimeout(end, TIMEOUT_MILLISECONDS);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      end();
      process.exit(130);
    });
  }

  let count = 0;
  const signOfLife = showSignOfLife(() => count);
  const lines = [];
  const readLine = (line) => {
    const text = stripVTControlCharacters(line);
    lines.push(text);
    if (lines.length > LAST_LINES) lines.shift();
    const heading = /^> nx run (\S+:.*)/.exec(text)?.[1];
    if (heading === undefined) return;
    count += 1;
    process.stdout.write(`  ${String(count).padStart(3)}  ${heading}\n`);
    signOfLife.reset();
  };
  createInterface({ input: nx.stdout }).on('line', readLine);
  createInterface({ input: nx.stderr }).on('line', readLine);
  const code = await new Promise((resolve) => nx.once('close', resolve));
  clearTimeout(timer);
  signOfLife.stop();
  end();

  const { ran, failures, times } = readResults(resultsFile);
  rmSync(folder, { recursive: true });
  for (const { task, output } of failures) process.stdout.write(`\n✖ ${task}\n${output}\n`);
  const failed = failures.map(({ task }) => task);
  if (code !== 0 && failed.length === 0) {
    process.stdout.write(`\n${lines.join('\n')}\n`);
    failed.push(`nx run-many (exit code ${code})`);
  }
  return { ran, failed, times };
}

function killGroup(leader) {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nothing is left of it.
  }
}

/** Nx shows a task when it has ended; long ones would look like a standstill. */
function showSignOfLife(countEnded) {
  let since = Date.now();
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - since) / 1000);
    process.stdout.write(`       ... ${countEnded()} tasks ended, the next has run for ${seconds} s\n`);
  }, SIGN_OF_LIFE_MILLISECONDS);
  return {
    reset: () => {
      since = Date.now();
      timer.refresh();
    },
    stop: () => clearInterval(timer),
  };
}
