import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { keptBundle } from './kept-bundle.mjs';

const LOADER = fileURLToPath(new URL('../../typescript.mjs', import.meta.url));
/** A folder of the repository that git ignores: what is elsewhere is not kept. */
const HERE = fileURLToPath(new URL('../../test-results', import.meta.url));

/** Writes files into a folder below `parent`, and runs `main.ts` of it. */
function filesIn(context, parent, files) {
  mkdirSync(parent, { recursive: true });
  const folder = realpathSync(mkdtempSync(join(parent, 'typescript-test-')));
  context.after(() => rmSync(folder, { recursive: true }));
  const write = (name, content) => {
    writeFileSync(join(folder, name), content);
    // A file that changes while a bundle is made is not kept.
    utimesSync(join(folder, name), new Date(), new Date(Date.now() - 60_000 + content.length * 1000));
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  const run = (...args) =>
    spawnSync(process.execPath, ['--import', LOADER, join(folder, 'main.ts'), ...args], { encoding: 'utf8' });
  return { folder, write, run };
}

describe('the loader of TypeScript', () => {
  it('gives each file of a command its own address', (context) => {
    const { folder, run } = filesIn(context, tmpdir(), {
      'main.ts': `import { own } from './other';
        const text: string = JSON.stringify([own, process.argv[1], import.meta.filename]);
        console.log(text);`,
      'other.ts': `export const own = [import.meta.url, import.meta.dirname, 'no import.meta.url'];`,
    });
    const { stdout, stderr } = run();
    assert.deepEqual(
      JSON.parse(stdout || stderr),
      [
        [pathToFileURL(join(folder, 'other.ts')).href, folder, 'no import.meta.url'],
        join(folder, 'main.ts'),
        join(folder, 'main.ts'),
      ],
      stderr,
    );
  });

  it('names file and line of an error as they are in TypeScript', (context) => {
    const { folder, run } = filesIn(context, tmpdir(), {
      'main.ts': `import { fail } from './other';\nfail();`,
      'other.ts': `interface Unused {}\n\nexport function fail(): never {\n  throw new Error('as planned');\n}`,
    });
    const { status, stderr } = run();
    assert.equal(status, 1);
    assert.match(stderr, /Error: as planned/);
    assert.ok(stderr.includes(`${join(folder, 'other.ts')}:4:`), stderr);
  });

  it('says where a file cannot be compiled', (context) => {
    const { run } = filesIn(context, tmpdir(), { 'main.ts': `const a: = 1;` });
    const { status, stderr } = run();
    assert.equal(status, 1);
    assert.match(stderr, /main\.ts:1:9: ERROR: Unexpected "="/);
  });

  it('keeps what it has compiled until a file of it changes', (context) => {
    const { folder, write, run } = filesIn(context, HERE, {
      'main.ts': `import { word } from './word';\nconsole.log(word);`,
      'word.ts': `export const word = 'one';`,
    });
    assert.equal(run().stdout, 'one\n');
    assert.match(keptBundle(join(folder, 'main.ts')), /"one"/);
    assert.equal(run().stdout, 'one\n');
    write('word.ts', `export const word = 'three';`);
    assert.equal(keptBundle(join(folder, 'main.ts')), undefined);
    assert.equal(run().stdout, 'three\n');
  });
});
