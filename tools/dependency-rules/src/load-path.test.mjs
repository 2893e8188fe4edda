import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, it } from 'node:test';

const DOCUMENT = resolve(import.meta.dirname, '../../../docs/load-path.md');
const MOST_RETURNS = 8;

/** Steps of the path: the folder of each call, whether it is bold, and the files that it links. */
const steps = [...readFileSync(DOCUMENT, 'utf8').matchAll(/^\| \d+ +\| (\*\*)?(\w+).*$/gm)].map(
  ([row, bold, folder]) => ({
    folder,
    isBold: bold !== undefined,
    calls: [...row.matchAll(/\[`([\w.]+)`\]\(([^)]+)\)/g)].map(([, name, file]) => ({ name, file })),
  }),
);

/** Positions of the steps that come back to a folder that the path had left. */
const returns = steps.flatMap(({ folder }, index) =>
  steps.slice(0, index).some((earlier) => earlier.folder === folder) ? [index] : [],
);

describe('the path of an event through the load', () => {
  it('comes back to a folder at most 8 times, and says how often', () => {
    assert.ok(steps.length > 10, `only ${steps.length} steps were read`);
    assert.ok(returns.length <= MOST_RETURNS, `it comes back ${returns.length} times`);
    const text = readFileSync(DOCUMENT, 'utf8');
    assert.match(text, new RegExp(`It comes back ${returns.length} times`));
  });

  it('shows each return in bold', () => {
    assert.deepEqual(
      steps.flatMap(({ isBold }, index) => (isBold ? [index] : [])),
      returns,
    );
  });

  it('links functions and classes that are in the file and folder that it names', () => {
    for (const { folder, calls } of steps)
      for (const { name, file } of calls) {
        assert.ok(file.includes(`/src/${folder}/`), `${file} is not in ${folder}`);
        const text = readFileSync(resolve(dirname(DOCUMENT), file), 'utf8');
        for (const part of name.split('.')) assert.ok(text.includes(part), `${file} has no ${part}`);
      }
  });
});
