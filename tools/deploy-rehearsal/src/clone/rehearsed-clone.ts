import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A clone in which a rehearsal commits, since a deployment takes only what is committed. */
export interface RehearsedClone {
  readonly folder: string;
  /** Changes the text of a file and commits it. */
  change(file: string, edit: (text: string) => string, message: string): void;
  /** The commit that is checked out. */
  head(): string;
  checkOut(commit: string): void;
}

/**
 * Clones the commit that is checked out, with the packages of the workspace and links to the
 * projects of the clone.
 */
export function cloneOf(workspace: string, folder: string): RehearsedClone {
  const git = (...args: string[]) => gitIn(folder, ...args);
  mkdirSync(folder, { recursive: true });
  git('clone', '--quiet', '--shared', workspace, '.');
  git('checkout', '--quiet', gitIn(workspace, 'rev-parse', 'HEAD'));
  linkPackages(workspace, folder);
  return {
    folder,
    change(file, edit, message) {
      const path = join(folder, file);
      const before = readFileSync(path, 'utf8');
      const after = edit(before);
      if (after === before) throw new Error(`${file} has no place for this change: ${message}.`);
      writeFileSync(path, after);
      git('-c', 'user.name=rehearsal', '-c', 'user.email=rehearsal@localhost', 'commit', '-qam', message);
    },
    head: () => git('rev-parse', 'HEAD'),
    checkOut: (commit) => void git('checkout', '--quiet', commit),
  };
}

/** Links each package to that of the workspace, and each project to that of the clone. */
function linkPackages(workspace: string, folder: string): void {
  const scope = '@clickstream';
  const packages = join(folder, 'node_modules');
  mkdirSync(join(packages, scope), { recursive: true });
  for (const name of readdirSync(join(workspace, 'node_modules')).filter((entry) => entry !== scope))
    symlinkSync(join(workspace, 'node_modules', name), join(packages, name));
  for (const file of gitIn(folder, 'ls-files', '*/*/package.json').split('\n')) {
    const { name } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { name?: string };
    if (name?.startsWith(`${scope}/`)) symlinkSync(join(folder, dirname(file)), join(packages, name));
  }
}

const gitIn = (cwd: string, ...args: string[]) =>
  execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
