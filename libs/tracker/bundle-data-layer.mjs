// Bundles the file that listens to a page's data layer, apart from the tracker's, and prints its
// size.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const project = import.meta.dirname;
const file = resolve(project, process.argv[2] ?? 'dist/data-layer.js');

const { outputFiles } = await build({
  entryPoints: [resolve(project, 'src/data-layer/script-tag.ts')],
  bundle: true,
  format: 'iife',
  minify: true,
  target: 'es2022',
  write: false,
});
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, outputFiles[0].contents);
process.stdout.write(`${gzipSync(outputFiles[0].contents, { level: 9 }).byteLength}\n`);
