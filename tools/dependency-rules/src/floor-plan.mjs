import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SOURCE = /\.(m?[jt]sx?|cjs|R|sql|css|sh)$/;

/** Limits that the README promises to readers of the repository. */
export const LIMITS = {
  linesOfFile: 250,
  filesInFolder: 20,
  median: 60,
  percentile95: 150,
  shortFile: 12,
  shareOfShort: 0.1,
};

/**
 * The source files that git does not ignore: those that it knows, and those that are still to be
 * added. It also works if the folder is not a repository, such as a copy.
 *
 * @param {string} root of the repository
 * @returns {{ path: string, lines: number }[]}
 */
export function sourceFiles(root) {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  const listed = execFileSync('git', ['grep', '--no-index', '--exclude-standard', '-lz', ''], options);
  return listed
    .split('\0')
    .filter((path) => SOURCE.test(path))
    .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1 }));
}

/**
 * Finds what makes a repository hard to find one's way in.
 *
 * @param {readonly { path: string, lines: number }[]} files
 * @returns {string[]} a sentence for each fault, which says what to do
 */
export function floorPlanFaults(files) {
  return [...longFiles(files), ...fullFolders(files), ...sizesOfAll(files)];
}

function longFiles(files) {
  return files
    .filter(({ lines }) => lines > LIMITS.linesOfFile)
    .map(
      ({ path, lines }) =>
        `${path} has ${lines} lines, ${LIMITS.linesOfFile} at most: split it by subject, and move what a test sets up into a folder testing.`,
    );
}

function fullFolders(files) {
  const counts = new Map();
  for (const { path } of files) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > LIMITS.filesInFolder)
    .map(
      ([folder, count]) =>
        `${folder} has ${count} source files, ${LIMITS.filesInFolder} at most: give it folders that are named after the steps of its work.`,
    );
}

function sizesOfAll(files) {
  if (files.length === 0) return [];
  const sizes = files.map(({ lines }) => lines).sort((one, other) => one - other);
  const at = (share) => sizes[Math.floor(sizes.length * share)];
  const short = files.filter(({ lines }) => lines < LIMITS.shortFile);
  const shareOfShort = short.length / files.length;
  const longest = files.toSorted((one, other) => other.lines - one.lines).slice(0, 5);
  const faults = [];
  if (at(0.5) > LIMITS.median)
    faults.push(
      `Half of all files have more than ${at(0.5)} lines, ${LIMITS.median} at most: split files by subject.`,
    );
  if (at(0.95) > LIMITS.percentile95)
    faults.push(
      `One file of twenty has more than ${at(0.95)} lines, ${LIMITS.percentile95} at most: split some of the longest by subject, such as ${named(longest)}.`,
    );
  if (shareOfShort >= LIMITS.shareOfShort)
    faults.push(
      `${(shareOfShort * 100).toFixed(1)} % of all files have fewer than ${LIMITS.shortFile} lines, ${LIMITS.shareOfShort * 100} % is too many: put what belongs together into one, such as ${named(short.slice(0, 5))}.`,
    );
  return faults;
}

const named = (files) => files.map(({ path }) => path).join(', ');
