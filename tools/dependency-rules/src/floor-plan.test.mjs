import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { floorPlanFaults, sourceFiles } from './floor-plan.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** A number of files with the same number of lines, each in a separate folder. */
const files = (count, lines, name = 'a') =>
  Array.from({ length: count }, (_, index) => ({ path: `libs/${name}-${index}/${name}.ts`, lines }));

describe('the floor plan of this repository', () => {
  it('has no long file, no full folder, and few files that are large or tiny', () => {
    assert.deepEqual(floorPlanFaults(sourceFiles(ROOT)), []);
  });

  it('is that of its sources, this test included', () => {
    const paths = sourceFiles(ROOT).map(({ path }) => path);
    assert.ok(paths.includes('tools/dependency-rules/src/floor-plan.test.mjs'));
    assert.ok(paths.length > 1000);
    assert.ok(!paths.some((path) => path.includes('node_modules/') || path.endsWith('.md')));
  });
});

describe('the check of the floor plan', () => {
  it('finds nothing in files of usual size', () => {
    assert.deepEqual(floorPlanFaults([...files(96, 60), ...files(4, 250, 'long')]), []);
  });

  it('names a file of more than 250 lines', () => {
    assert.deepEqual(floorPlanFaults([...files(99, 60), { path: 'libs/x/x.ts', lines: 251 }]), [
      'libs/x/x.ts has 251 lines, 250 at most: split it by subject, and move what a test sets up into a folder testing.',
    ]);
  });

  it('names a folder of more than 20 files', () => {
    const folder = (count) =>
      Array.from({ length: count }, (_, index) => ({ path: `libs/x/${index}.ts`, lines: 50 }));
    assert.deepEqual(floorPlanFaults(folder(20)), []);
    assert.deepEqual(floorPlanFaults(folder(21)), [
      'libs/x has 21 source files, 20 at most: give it folders that are named after the steps of its work.',
    ]);
  });

  it('fails if half of all files are large', () => {
    assert.deepEqual(floorPlanFaults([...files(49, 20), ...files(51, 61, 'large')]), [
      'Half of all files have more than 61 lines, 60 at most: split files by subject.',
    ]);
  });

  it('fails if more than one file in twenty is long', () => {
    const [fault, ...others] = floorPlanFaults([...files(95, 50), ...files(5, 151, 'long')]);
    assert.match(
      fault,
      /^One file of twenty has more than 151 lines, 150 at most: .* libs\/long-0\/long\.ts,/,
    );
    assert.deepEqual(others, []);
  });

  it('fails if a tenth of all files are tiny', () => {
    assert.deepEqual(floorPlanFaults([...files(91, 50), ...files(9, 11, 'tiny')]), []);
    const [fault] = floorPlanFaults([...files(90, 50), ...files(10, 11, 'tiny')]);
    assert.match(fault, /^10\.0 % of all files have fewer than 12 lines, .* libs\/tiny-0\/tiny\.ts,/);
  });
});
