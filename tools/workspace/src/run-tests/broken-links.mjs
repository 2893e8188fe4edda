import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LINK = /\]\(([^)\s#]+)(?:#[^)]*)?\)/g;
const QUOTED_PATH = /`((?:apps|libs|tools|docs)\/[\w./-]*\w)\/?`/g;

/**
 * Finds links and quoted paths of documents that lead nowhere in the repository.
 *
 * @param {string} folder the root of the repository
 * @param {readonly string[]} documents paths of Markdown files, from there
 * @returns {string[]} a line for each: the document, and what it names
 */
export function brokenLinks(folder, documents) {
  return documents.flatMap((document) => {
    const text = readFileSync(join(folder, document), 'utf8');
    const links = [...text.matchAll(LINK)]
      .map(([, target]) => target)
      .filter((target) => !/^\w+:/.test(target))
      .map((target) => ({ target, path: join(dirname(document), target) }));
    const paths = [...text.matchAll(QUOTED_PATH)].map(([, path]) => ({ target: path, path }));
    return [...links, ...paths]
      .filter(({ path }) => !existsSync(join(folder, path)))
      .map(({ target }) => `${document} names ${target}, which does not exist`);
  });
}
