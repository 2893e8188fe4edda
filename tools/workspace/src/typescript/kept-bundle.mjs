import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const FOLDER = join(root, 'node_modules/.cache/clickstream-commands');
const PROJECT = /^(?:apps|libs|tools)\/[^/]+\//;
const HEADING = '// ';

/**
 * The bundle of a file as it was kept, or undefined if one of the files in it has changed since.
 *
 * @param {string} file
 * @returns {string | undefined}
 */
export function keptBundle(file) {
  try {
    const text = readFileSync(keptAt(file), 'utf8');
    const stamps = JSON.parse(text.slice(HEADING.length, text.indexOf('\n')));
    const isFresh = Object.entries(stamps).every(([path, stamp]) => stampOf(path) === stamp);
    return isFresh ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps the bundle of a file for the next command. A folder that cannot be written only costs the
 * time to make it again.
 *
 * @param {string} file
 * @param {string} source
 * @param {readonly string[]} files in the bundle
 * @param {number} startedAt milliseconds since 1970: a file that changed later may be in it as it
 *   was before
 */
export function keepBundle(file, source, files, startedAt) {
  // Files elsewhere, such as those that tests write, come once.
  if (!file.startsWith(root)) return;
  try {
    const paths = stampedPaths(files);
    if (paths.some((path) => statSync(join(root, path)).mtimeMs >= startedAt)) return;
    const stamps = Object.fromEntries(paths.map((path) => [path, stampOf(path)]));
    const kept = keptAt(file);
    mkdirSync(FOLDER, { recursive: true });
    // Under its name only when complete: commands run side by side.
    writeFileSync(`${kept}.${process.pid}`, `${HEADING}${JSON.stringify(stamps)}\n${source}`);
    renameSync(`${kept}.${process.pid}`, kept);
  } catch {
    // Not kept.
  }
}

/** Our files, what decides where an import leads, and what makes the bundles. */
function stampedPaths(files) {
  const ours = files
    .filter((path) => path.startsWith(root) && !path.includes('/node_modules/'))
    .map((path) => path.slice(root.length));
  const projects = new Set(ours.map((path) => PROJECT.exec(path)?.[0]).filter(Boolean));
  return [
    ...ours,
    ...[...projects].map((project) => `${project}package.json`),
    'package-lock.json',
    'tsconfig.base.json',
    'tools/workspace/src/typescript/bundle.mjs',
    'tools/workspace/src/typescript/kept-bundle.mjs',
  ];
}

function stampOf(path) {
  const { mtimeMs, size } = statSync(join(root, path));
  return `${mtimeMs} ${size}`;
}

const keptAt = (file) => join(FOLDER, `${createHash('sha256').update(file).digest('hex').slice(0, 24)}.mjs`);
