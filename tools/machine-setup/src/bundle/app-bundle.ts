import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compileTools } from './compile-tools';
import { packFolder } from './reproducible-tar';
import { writeSums } from './sha256-sums';

/** Folders that a bundle is built from and into. */
export interface AppBundleJob {
  readonly workspace: string;
  readonly sourceFolder: string;
  readonly distFolder: string;
}

/** Parts of the dashboard's folder that run; tests and project files are left out. */
const DASHBOARD_PARTS = ['run.R', 'app.R', 'worker.R', 'R', 'www'];

/**
 * Makes `app-bundle.tar.gz` of install.sh, the dashboard, and the warehouse's tools, each of which
 * is one file without dependencies.
 *
 * @returns the archive and its version, which depends on the content alone
 * @throws Error when a part is missing or does not compile
 */
export async function buildAppBundle(job: AppBundleJob): Promise<{ archive: string; version: string }> {
  const folder = join(job.distFolder, 'app-bundle');
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'dashboard'), { recursive: true });
  await cp(join(job.sourceFolder, 'install'), folder, { recursive: true });
  for (const part of DASHBOARD_PARTS)
    await cp(join(job.workspace, 'tools/shiny', part), join(folder, 'dashboard', part), {
      recursive: true,
      dereference: true,
    });
  await compileTools(
    job.workspace,
    {
      create: join(job.workspace, 'libs/dw-models/src/create.ts'),
      migrate: join(job.workspace, 'libs/dw-models/src/migrate.ts'),
      'read-parameter': join(job.sourceFolder, 'read-parameter.ts'),
    },
    join(folder, 'warehouse'),
  );
  const version = await writeSums(folder);
  const archive = join(job.distFolder, 'app-bundle.tar.gz');
  await packFolder(folder, archive);
  return { archive, version };
}
