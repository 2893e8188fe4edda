import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LINK = /\]\(([^)\s#]+)(?:#[^)]*)?\)/g;
const QUOTED_PATH = /`((?:apps|libs|tools|docs)\/[\w./-]*\w)\/?`/g;

/**
 * Finds links and quoted paths of documents that lead nowhere in the repository. What git ignores
 * is there only after a build, and may be named.
 *
 * @param {string} folder the root of the repository
 * @param {readonly string[]} documents paths of Markdown files, from there
 * @returns {string[]} a line for each: the document, and what it names
 */
export function brokenLinks(folder, documents) {
  const missing = documents.flatMap((document) => {
    const text = readFileSync(join(folder, document), 'utf8');
    const links = [...text.matchAll(LINK)]
      .map(([, target]) => target)
      .filter((target) => !/^\w+:/.test(target))
      .map((target) => ({ target, path: join(dirname(document), target) }));
    const paths = [...text.matchAll(QUOTED_PATH)].map(([, path]) => ({ target: path, path }));
    return [...links, ...paths]
      .filter(({ path }) => !existsSync(join(folder, path)))
      .map(({ target, path }) => ({ document, target, path }));
  });
  const ignored = ignoredByGit(
    folder,
    missing.map(({ path }) => path),
  );
  return missing
    .filter(({ path }) => !ignored.has(path))
    .map(({ document, target }) => `${document} names ${target}, which does not exist`);
}

/** Those of the paths that git ignores, as a file or as a folder; none outside a repository. */
function ignoredByGit(folder, paths) {
  if (paths.length === 0) return new Set();
  const { stdout } = spawnSync('git', ['check-ignore', '--stdin', '-z'], {
    cwd: folder,
    input: paths.flatMap((path) => [path, `${path}/`]).join('\0'),
    encoding: 'utf8',
  });
  return new Set(stdout.split('\0').map((path) => path.replace(/\/$/, '')));
}
