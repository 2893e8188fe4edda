// Builds the package that shops install: dist/package, for `npm pack ./libs/tracker/dist/package`.
// It needs nothing from this workspace.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { contractTypes, hostWithProbe } from './contract-types.mjs';

const project = import.meta.dirname;
const folder = resolve(project, process.argv[2] ?? 'dist/package');
const { version, license } = JSON.parse(readFileSync(resolve(project, 'package.json'), 'utf8'));

const options = {
  ...ts.parseJsonConfigFileContent(
    ts.readConfigFile(resolve(project, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    project,
  ).options,
  composite: false,
  incremental: false,
  tsBuildInfoFile: undefined,
  declaration: true,
  declarationMap: false,
  emitDeclarationOnly: true,
};

/** The sources whose declarations a page sees. */
const SEEN =
  /\/(browser-storage|clicks|consent|identity|observe|page-views|routes|tracker|tracker-options)\.d\.ts$/;
const TIES = /^(import|export) [^;]* from '[^']*';\n/gm;
const EXPORT = /^export (?=(?:declare )?(?:const|function) (\w+))/gm;

/**
 * One file of declarations: those of the contract and of the sources; only those of the package are
 * exported.
 */
function declarations() {
  const index = resolve(project, 'src/index.ts');
  const { host, probe } = hostWithProbe(project, options);
  const program = ts.createProgram([index, probe], options, host);
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(index));
  const own = new Set(checker.getExportsOfModule(module).map(({ name }) => name));
  const texts = [contractTypes(program, probe)];
  program.emit(undefined, (name, text) => {
    if (!SEEN.test(name) || name.includes('event-schema')) return;
    texts.push(text.replace(TIES, '').replace(EXPORT, (mark, of) => (own.has(of) ? mark : '')));
  });
  return [...texts, 'export {};\n'].join('\n');
}

mkdirSync(folder, { recursive: true });
for (const [format, name] of [
  ['esm', 'index.mjs'],
  ['cjs', 'index.cjs'],
])
  await build({
    entryPoints: [resolve(project, 'src/index.ts')],
    bundle: true,
    format,
    target: 'es2022',
    outfile: resolve(folder, name),
  });
const types = declarations();
writeFileSync(resolve(folder, 'index.d.ts'), types);
writeFileSync(resolve(folder, 'index.d.mts'), types);
copyFileSync(resolve(project, 'package-readme.md'), resolve(folder, 'README.md'));
const manifest = {
  name: 'sbw-clickstream',
  version,
  license,
  description: 'Records what shoppers do in the browser, and delivers it to your clickstream endpoint',
  sideEffects: false,
  main: './index.cjs',
  module: './index.mjs',
  types: './index.d.ts',
  exports: {
    '.': {
      import: { types: './index.d.mts', default: './index.mjs' },
      require: { types: './index.d.ts', default: './index.cjs' },
    },
    './package.json': './package.json',
  },
};
writeFileSync(resolve(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
