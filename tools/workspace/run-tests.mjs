// npm test: everything that must pass before a change is merged. The very last
// line is `N passed, N failed`.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { brokenLinks } from './src/run-tests/broken-links.mjs';
import { runChecked } from './src/run-tests/checks.mjs';
import { runNx } from './src/run-tests/nx-tasks.mjs';
import { findSummaries, readSummaries } from './src/run-tests/summaries.mjs';
import { failedTasks, failedTests } from './src/run-tests/verdict.mjs';
import { changedFiles, documents, root } from './src/run-tests/workspace.mjs';

const HELP = `Usage: npm test [-- --projects <names>]

Checks formatting, links in documents and workspace wiring, and runs lint, typecheck, test and build of every project through Nx, with
real PostgreSQL, S3, R and Chromium. What has not changed since it last passed comes out of Nx's cache.

Options:
  --projects <names>   only these, separated by commas
`;

const { values } = parseArgs({ options: { help: { type: 'boolean' }, projects: { type: 'string' } } });
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}

// Nx takes first what others wait for: `long-test` waits for the tests that take minutes.
const TESTS = ['long-test', 'test', 'build'];
// One process that lints or checks the types of all projects reads what they share once.
const TARGETS = values.projects ? ['lint', 'typecheck', ...TESTS] : ['lint-all', 'typecheck-all', ...TESTS];

/** Tasks whose time the end of the output shows. */
const LONGEST = 12;

const startedAt = performance.now();
const before = changedFiles();
// A summary of an earlier run must not count; Nx brings back those of tests
// that it takes from its cache.
for (const summary of findSummaries()) rmSync(join(root, summary), { force: true });

const failures = await runChecked('workspace wiring', 'nx', ['sync:check']);
// Prettier keeps one core busy, and Nx as many as it has tasks.
const [formatting, tasks] = await Promise.all([
  runChecked('formatting', 'prettier', ['--check', '--log-level', 'warn', '.']),
  runNx(TARGETS, values.projects),
]);
failures.push(...formatting, ...brokenLinks(root, documents()));
const summaries = readSummaries();

process.stdout.write('\n');
for (const { project, passed, failed, skipped } of summaries) {
  const rest = skipped ? `, ${skipped} skipped` : '';
  process.stdout.write(`  ${project.padEnd(20)} ${passed} passed, ${failed} failed${rest}\n`);
}

failures.push(...failedTasks(tasks, summaries));
const changed = changedFiles().filter((line) => !before.includes(line));
if (changed.length > 0) failures.push(`the run changed files of the repository: ${changed.join(', ')}`);

const longest = tasks.times.slice(0, LONGEST).map(({ task, seconds }) => `${task} ${seconds} s`);
if (longest.length > 0) process.stdout.write(`\n  Longest: ${longest.join(', ')}\n`);
for (const failure of [...failedTests(summaries), ...failures]) process.stdout.write(`  ✖ ${failure}\n`);
const sum = (key) => summaries.reduce((total, summary) => total + summary[key], 0);
const failed = sum('failed') + failures.length;
process.stdout.write(`\nFinished in ${((performance.now() - startedAt) / 60_000).toFixed(1)} min\n`);
process.stdout.write(`${sum('passed')} passed, ${failed} failed\n`);
process.exit(failed > 0 ? 1 : 0);
