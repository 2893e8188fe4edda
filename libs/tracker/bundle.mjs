// Bundles the files of a script tag: the tracker, and the part that follows the page, which the
// tracker loads. Prints their sizes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minify } from '@swc/core';
import { build } from 'esbuild';

const project = import.meta.dirname;
const folder = resolve(project, process.argv[2] ?? 'dist');

/**
 * Names that only objects of the tracker have: no browser, page or server knows them, so they can
 * be shortened. Names that a page calls, that are sent, or that the browser defines stay.
 */
const OWN_NAMES = [
  'afterPageView',
  'amend',
  'countFilters',
  'flushAfter',
  'forget',
  'ignoreSignals',
  'isEmpty',
  'isFirst',
  'isFleeting',
  'isNew',
  'isSeen',
  'key',
  'keysFrom',
  'line',
  'makeRoom',
  'queue',
  'recordNow',
  'reportLoss',
  'shopper',
  'storage',
  'wait',
  'waiting',
];

/** Bundles and minifies an entry. @returns its size in bytes, gzipped */
async function bundle(entry, name) {
  const { outputFiles } = await build({
    entryPoints: [resolve(project, entry)],
    bundle: true,
    format: 'iife',
    minify: true,
    // Only the page that bundles the tracker itself can observe it.
    dropLabels: ['OBSERVED'],
    mangleProps: new RegExp(`^(${OWN_NAMES.join('|')})$`),
    target: 'es2022',
    write: false,
    // Strict mode costs bytes without a benefit here: the compiler checks the same.
    tsconfigRaw: { compilerOptions: { alwaysStrict: false } },
  });
  // swc, as Next uses for the shop's pages: it inlines what is used once, which esbuild does not.
  const { code } = await minify(outputFiles[0].text, {
    // Safe in code that does not use `this`, does not change the browser's built-in objects, and
    // has no reads with side effects.
    compress: {
      passes: 5,
      ecma: 2022,
      pure_getters: true,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_math: true,
      unsafe_methods: true,
      // Both save bytes only before gzip.
      collapse_vars: false,
      conditionals: false,
    },
    mangle: true,
    toplevel: true,
  });
  writeFileSync(resolve(folder, name), code);
  return gzipSync(code, { level: 9 }).byteLength;
}

mkdirSync(folder, { recursive: true });
for (const [entry, name] of [
  ['src/script-tag.ts', 'sbw.js'],
  ['src/page-tag.ts', 'sbw-page.js'],
])
  process.stdout.write(`${name} ${await bundle(entry, name)}\n`);
