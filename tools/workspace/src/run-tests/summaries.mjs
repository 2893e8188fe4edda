import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './workspace.mjs';

/** The summaries that the tests of each project leave, relative to the root. */
export function findSummaries() {
  return ['apps', 'libs', 'tools']
    .flatMap((folder) => readdirSync(join(root, folder)).map((project) => join(folder, project)))
    .map((project) => join(project, 'test-results/summary.json'))
    .filter((file) => existsSync(join(root, file)));
}

/**
 * @returns {{ project: string, passed: number, failed: number, skipped: number,
 *   failures?: { title: string, message: string }[] }[]} by name
 */
export function readSummaries() {
  return findSummaries()
    .map((file) => JSON.parse(readFileSync(join(root, file), 'utf8')))
    .sort((one, other) => one.project.localeCompare(other.project));
}
