import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { WORKSPACE } from '../../bundle-of';

const ETL = resolve(WORKSPACE, 'apps/etl-lambda');

/**
 * Bundles the ETL so that no event changes the facts, and there is nothing to write of them: what
 * remains is the load of events, quarantine and manifest. The deployed code has no such switch,
 * since facts that miss events would be wrong.
 *
 * @returns the path of the bundle
 */
export async function bundleWithoutFacts(folder: string): Promise<string> {
  const outfile = join(folder, 'without-facts/handler.cjs');
  await build({
    entryPoints: [join(ETL, 'src/handler.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    format: 'cjs',
    minify: true,
    external: ['pg-native'],
    logLevel: 'error',
    plugins: [
      {
        name: 'no-facts',
        setup(plugin) {
          plugin.onLoad({ filter: /\/facts\/fact-deltas\.ts$/ }, async ({ path }) => ({
            contents: `${await readFile(path, 'utf8')}\nFactDeltas.prototype.add = () => undefined;\n`,
            loader: 'ts',
          }));
        },
      },
    ],
  });
  return outfile;
}
