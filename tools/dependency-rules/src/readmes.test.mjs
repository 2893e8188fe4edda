import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const HEADINGS = ['What does it do?', 'Why?', 'How do I run it?'];

const projects = ['apps', 'libs', 'tools'].flatMap((group) =>
  readdirSync(join(ROOT, group), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(ROOT, group, entry.name)).includes('src'))
    .map(({ name }) => `${group}/${name}`),
);

it('each project has a README that says what it does, why, and how to run it, in this order', () => {
  assert.ok(projects.length > 25);
  const faulty = projects.filter((project) => {
    const file = join(ROOT, project, 'README.md');
    if (!existsSync(file)) return true;
    const text = readFileSync(file, 'utf8');
    const places = HEADINGS.map((heading) => text.indexOf(heading));
    return places.includes(-1) || places.some((place, index) => index > 0 && place < places[index - 1]);
  });
  assert.deepEqual(faulty, [], `Write ${HEADINGS.join(' ')} in the README of these projects.`);
});
