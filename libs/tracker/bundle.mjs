// Makes what a script tag loads: everything the tracker has, in one file. Says how large it is.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { minify } from '@swc/core';
import { build } from 'esbuild';

const project = dirname(fileURLToPath(import.meta.url));
const file = resolve(project, process.argv[2] ?? 'dist/tracker.js');

const { outputFiles } = await build({
  entryPoints: [resolve(project, 'src/script-tag.ts')],
  bundle: true,
  format: 'iife',
  minify: true,
  target: 'es2022',
  write: false,
});
// swc, as Next uses for the shop's pages: it inlines what is used once, which esbuild does not.
const { code } = await minify(outputFiles[0].text, {
  compress: { passes: 3, ecma: 2022 },
  mangle: true,
  toplevel: true,
});
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, code);
process.stdout.write(`${gzipSync(code, { level: 9 }).byteLength}\n`);
