// Makes what a script tag loads: the tracker, and what follows the page, which it loads in its
// turn. Says how large they are.
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minify } from '@swc/core';
import { build } from 'esbuild';

const project = import.meta.dirname;
const folder = resolve(project, process.argv[2] ?? 'dist');

/**
 * Names that only objects of the tracker's own have: no browser, no page and no server
 * knows them, so that they can be shortened. What a page calls, what is sent and what the
 * browser gives keep their names.
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

/** Bundles and minifies an entry. @returns the bytes that it takes, gzipped */
async function bundle(entry, name) {
  const { outputFiles } = await build({
    entryPoints: [resolve(project, entry)],
    bundle: true,
    format: 'iife',
    minify: true,
    mangleProps: new RegExp(`^(${OWN_NAMES.join('|')})$`),
    target: 'es2022',
    write: false,
    // Strict mode costs bytes and has nothing to guard here: the compiler does it.
    tsconfigRaw: { compilerOptions: { alwaysStrict: false } },
  });
  // swc, as Next uses for the shop's pages: it inlines what is used once, which esbuild does not.
  const { code } = await minify(outputFiles[0].text, {
    // Safe where nothing uses `this`, changes what the browser's own objects do,
    // or reads with side effects.
    compress: {
      passes: 5,
      ecma: 2022,
      pure_getters: true,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_math: true,
      unsafe_methods: true,
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
