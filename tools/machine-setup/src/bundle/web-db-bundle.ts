import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppBundleJob } from './app-bundle';
import { compileTools } from './compile-tools';
import { packFolder } from './reproducible-tar';
import { writeSums } from './sha256-sums';

/** Steps of the warehouse's installation that the shop's database shares. */
const SHARED = [
  'steps/report.sh',
  'steps/fingerprint.sh',
  'steps/settle-file.sh',
  'steps/data-volume.sh',
  'steps/os-packages.sh',
  'steps/postgresql.sh',
  'steps/database-tools.sh',
  'steps/patches.sh',
  'files/postgresql.conf',
];

/**
 * Makes `web-db-bundle.tar.gz` of the shop database's installer and its tools.
 *
 * @returns the archive and its version, which depends on the content alone
 * @throws Error when a part is missing or does not compile
 */
export async function buildWebDbBundle(job: AppBundleJob): Promise<{ archive: string; version: string }> {
  const folder = join(job.distFolder, 'web-db-bundle');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(job.sourceFolder, 'web-db'), folder, { recursive: true });
  for (const file of SHARED) await cp(join(job.sourceFolder, 'install', file), join(folder, file));
  await compileTools(
    job.workspace,
    {
      create: join(job.workspace, 'libs/shop-models/src/create.ts'),
      migrate: join(job.workspace, 'libs/shop-models/src/migrate.ts'),
      'read-parameter': join(job.sourceFolder, 'read-parameter.ts'),
    },
    join(folder, 'shop'),
  );
  const version = await writeSums(folder);
  const archive = join(job.distFolder, 'web-db-bundle.tar.gz');
  await packFolder(folder, archive);
  return { archive, version };
}
