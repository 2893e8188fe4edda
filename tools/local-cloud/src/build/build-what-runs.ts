import { createRequire } from 'node:module';
import { startKept } from '@clickstream/local-servers';
import { stateFiles, WORKSPACE } from '../config';

/**
 * Builds projects of the workspace with Nx, which skips unchanged ones.
 *
 * @throws Error with the path of the build's log
 */
export async function buildWhatRuns(stateFolder: string, projects: readonly string[]): Promise<void> {
  const logFile = stateFiles(stateFolder).log('build');
  const nx = createRequire(import.meta.url).resolve('nx/bin/nx.js');
  const build = await startKept({
    command: process.execPath,
    args: [nx, 'run-many', '--targets', 'bundle,build', '--projects', projects.join(',')],
    cwd: WORKSPACE,
    env: {
      ...process.env,
      NX_DAEMON: 'false',
      NX_ISOLATE_PLUGINS: 'false',
      NX_TUI: 'false',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    logFile,
  });
  const { code } = await build.ended;
  if (code !== 0) throw new Error(`The build of ${projects.join(', ')} failed: its log is ${logFile}`);
}
