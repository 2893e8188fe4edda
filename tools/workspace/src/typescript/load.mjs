import { fileURLToPath } from 'node:url';

import { keepBundle, keptBundle } from './kept-bundle.mjs';

const TYPESCRIPT = /^file:.*\.tsx?$/;

/**
 * A hook of Node that loads a TypeScript file as one bundle with all that it imports: hundreds of
 * small files take ten times as long. Node gets to see only the files that a command begins with.
 */
export async function load(url, context, nextLoad) {
  if (!TYPESCRIPT.test(url)) return nextLoad(url, context);
  const file = fileURLToPath(url);
  return { format: 'module', shortCircuit: true, source: keptBundle(file) ?? (await makeBundle(file)) };
}

async function makeBundle(file) {
  const startedAt = Date.now();
  const { bundle } = await import('./bundle.mjs');
  const { source, files } = await bundle(file);
  keepBundle(file, source, files, startedAt);
  return source;
}
