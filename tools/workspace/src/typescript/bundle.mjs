import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build, transform } from 'esbuild';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const TSCONFIG = join(root, 'tsconfig.base.json');

/**
 * Packages of many small files, which a bundle contains. All others stay outside, since they may
 * look for files of their own.
 */
const INSIDE = /^(?:@clickstream|@aws-sdk|@sinclair|@smithy|pg|pg-copy-streams|typeorm)(?:\/|$)/;

/** Packages that a bundle does not contain, and that nobody has installed. */
const otherPackages = {
  name: 'other-packages',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
      const isInside = INSIDE.test(path) || path.endsWith('.json') || importer.includes('/node_modules/');
      return kind === 'entry-point' || isInside ? undefined : { path, external: true };
    });
  },
};

/**
 * A source map without lines. Node keeps the map of a bundle in memory: with the lines of packages
 * it has megabytes, which a load with a small heap does not have.
 */
const NO_LINES = `\n//# sourceMappingURL=data:application/json,${encodeURIComponent('{"version":3,"sources":[""],"mappings":"A"}')}`;

/** Each file of ours keeps its own address, as if it were not in a bundle. */
const ownAddress = {
  name: 'own-address',
  setup({ onLoad }) {
    onLoad({ filter: /\.[cm]?[jt]sx?$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (path.includes('/node_modules/')) return { contents: source + NO_LINES, loader: 'js' };
      const loader = /[cm]?js$/.test(path) ? 'js' : path.endsWith('x') ? 'tsx' : 'ts';
      if (!source.includes('import.meta.')) return { contents: source, loader };
      const { code } = await transform(source, {
        loader,
        define: {
          'import.meta.url': JSON.stringify(pathToFileURL(path).href),
          'import.meta.dirname': JSON.stringify(dirname(path)),
          'import.meta.filename': JSON.stringify(path),
        },
        sourcefile: path,
        sourcemap: 'inline',
        sourcesContent: false,
        target: 'esnext',
        tsconfigRaw: await readFile(TSCONFIG, 'utf8'),
      });
      return { contents: code, loader: 'js' };
    });
  },
};

/**
 * Compiles a file with all that it imports.
 *
 * @param {string} file
 * @returns {Promise<{ source: string, files: string[] }>} an ES module, and the paths of the files
 *   that are in it
 */
export async function bundle(file) {
  const { outputFiles, metafile } = await build({
    entryPoints: [file],
    outfile: file.replace(/\.tsx?$/, '.bundle.mjs'),
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    // TypeORM goes by the names of migrations.
    keepNames: true,
    sourcemap: 'inline',
    sourcesContent: false,
    tsconfig: TSCONFIG,
    logLevel: 'silent',
    external: ['pg-native'],
    banner: {
      js: "import { createRequire as _createRequire } from 'node:module';\nconst require = _createRequire(import.meta.url);",
    },
    plugins: [otherPackages, ownAddress],
  });
  const files = Object.keys(metafile.inputs).map((path) => join(root, path.replace(/^\w+:/, '')));
  return { source: outputFiles[0].text, files };
}
