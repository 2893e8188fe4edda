// Makes what a script tag loads: everything the tracker has, in one file. Says how large it is.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { minify } from '@swc/core';
import { build } from 'esbuild';

const project = dirname(fileURLToPath(import.meta.url));
const file = resolve(project, process.argv[2] ?? 'dist/tracker.js');

/**
 * Names that only objects of the tracker's own have: no browser, no page and no server knows them, so that they can be
 * shortened. What a page calls, what is sent and what the browser gives keep their names.
 */
const OWN_NAMES = [
  'catchUp',
  'flushAfter',
  'ignoreSignals',
  'isEmpty',
  'isFirst',
  'isFleeting',
  'isNew',
  'queue',
  'reportLoss',
  'shopper',
  'storage',
  'wait',
  'waiting',
  'whenSeen',
];

const { outputFiles } = await build({
  entryPoints: [resolve(project, 'src/script-tag.ts')],
  bundle: true,
  format: 'iife',
  minify: true,
  mangleProps: new RegExp(`^(${OWN_NAMES.join('|')})$`),
  target: 'es2022',
  write: false,
});
// swc, as Next uses for the shop's pages: it inlines what is used once, which esbuild does not.
const { code } = await minify(outputFiles[0].text, {
  // Arrows are safe where nothing uses `this`, as nothing here does.
  compress: { passes: 3, ecma: 2022, unsafe_arrows: true },
  mangle: true,
  toplevel: true,
});
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, code);
process.stdout.write(`${gzipSync(code, { level: 9 }).byteLength}\n`);
