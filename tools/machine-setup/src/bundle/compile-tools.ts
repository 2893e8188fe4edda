import { build } from 'esbuild';

/**
 * Makes each tool one file without dependencies, for Node 20, which is what Debian 13 ships.
 *
 * @param tools source files by the name of their output: `migrate` becomes `migrate.cjs`
 * @throws Error when one does not compile
 */
export async function compileTools(
  workspace: string,
  tools: Readonly<Record<string, string>>,
  outdir: string,
): Promise<void> {
  await build({
    absWorkingDir: workspace,
    entryPoints: tools,
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    // TypeORM reads a migration's time from the name of its class.
    keepNames: true,
    external: ['pg-native'],
    logLevel: 'silent',
  });
}
