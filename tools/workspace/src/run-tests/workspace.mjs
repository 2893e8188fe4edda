import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** The path of a program that npm installed. */
export const program = (name) => join(root, 'node_modules/.bin', name);

/**
 * Nx without anything that outlives the run or needs a terminal, and without a
 * process for each of its plugins.
 */
export const environment = {
  ...process.env,
  NX_DAEMON: 'false',
  NX_ISOLATE_PLUGINS: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NEXT_TELEMETRY_DISABLED: '1',
};

/** Files that are changed or new according to git, one line each; none outside a git repository. */
export const changedFiles = () => linesOfGit(['status', '--porcelain']);

/** The paths of all Markdown files that are in git, from the root. */
export const documents = () => linesOfGit(['ls-files', '*.md']);

function linesOfGit(args) {
  const git = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return git.status === 0 ? git.stdout.split('\n').filter(Boolean) : [];
}
