import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stateFiles, WORKSPACE, type LocalCloudConfig } from '../config';
import type { CloudEnv } from '../state/env-file';
import type { Service } from '../supervisor/supervisor';
import { webServerService } from './web-server';

const SHINY = join(WORKSPACE, 'tools/shiny');

interface Requirements {
  readonly packages: readonly string[];
}

/** R Shiny with sbw_dashboard. */
export function dashboardsService(
  { stateFolder, ports }: LocalCloudConfig,
  { DW_SHINY_URL, DW_DONE_URL, DW_SAVED_URL }: CloudEnv,
): Service {
  return webServerService({
    name: 'R Shiny',
    logFile: stateFiles(stateFolder).log('shiny'),
    port: ports.dashboards,
    command: 'Rscript',
    args: ['--vanilla', join(SHINY, 'run.R')],
    cwd: SHINY,
    env: {
      ...process.env,
      DW_SHINY_URL,
      DW_DONE_URL,
      DW_SAVED_URL,
      SHINY_PORT: String(ports.dashboards),
    },
    readyPath: '/sbw_dashboard',
  });
}

/** The reason why this machine cannot run the dashboards; undefined when it can. */
export async function whyNoDashboards(): Promise<string | undefined> {
  const { packages } = JSON.parse(readFileSync(join(SHINY, 'requirements.json'), 'utf8')) as Requirements;
  const code = 'for (p in commandArgs(TRUE)) if (!nzchar(system.file(package = p))) cat(p, "")';
  try {
    const { stdout } = await promisify(execFile)('Rscript', ['--vanilla', '-e', code, ...packages]);
    const missing = stdout.trim().split(/\s+/).filter(Boolean);
    return missing.length > 0 ? `R packages are missing: ${missing.join(', ')}` : undefined;
  } catch {
    return 'R is not installed on this machine';
  }
}
