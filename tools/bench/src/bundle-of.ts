import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The folder of the workspace. */
export const WORKSPACE = resolve(import.meta.dirname, '../../..');

/**
 * Bundles a Lambda through Nx, which knows whether that is needed, and gives the path of its
 * `handler.cjs`: a benchmark measures the code that is deployed.
 *
 * @param project name of the Nx project, such as `ingest-lambda`
 * @param workspace another checkout of this repository, with its packages installed
 */
export async function bundleOf(project: string, workspace = WORKSPACE): Promise<string> {
  const nx = resolve(workspace, 'node_modules/.bin/nx');
  await run(process.execPath, [nx, 'run', `${project}:bundle`], {
    cwd: workspace,
    env: { ...process.env, NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', NX_TUI: 'false' },
    timeout: 5 * 60_000,
  }).catch(() => {
    throw new Error(
      `${project} cannot be bundled. Run npx nx bundle ${project} in ${workspace} for the details.`,
    );
  });
  return resolve(workspace, 'apps', project, 'dist/handler.cjs');
}
