import { execFileSync } from 'node:child_process';

/**
 * The output of a git command.
 *
 * @throws Error with git's own words when the command fails
 */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Files that differ from HEAD or are not in git, one per line as `git status` prints them. */
export function uncommittedFiles(folder: string): string[] {
  return git(folder, 'status', '--porcelain').split('\n').filter(Boolean);
}

/** The commit that is checked out. */
export const headOf = (folder: string): string => git(folder, 'rev-parse', 'HEAD').trim();
