import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { canInstallWithApt, installWithApt } from './apt.mjs';

const { packages, debian } = JSON.parse(
  readFileSync(new URL('../../../shiny/requirements.json', import.meta.url), 'utf8'),
);

/**
 * Installs R and the R packages of the dashboards, where that is possible and needed.
 *
 * @returns {Promise<string | undefined>} one line to show when R is not complete
 */
export async function ensureR() {
  if (missingPackages().length === 0) return undefined;
  const failure = canInstallWithApt()
    ? await installWithApt('Installing R for the dashboards', debian)
    : 'that takes root on Debian or Ubuntu';
  const missing = missingPackages();
  if (missing.length === 0) return undefined;
  const what = missing.length === packages.length ? 'R' : `The R packages ${missing.join(', ')}`;
  return `${what} could not be installed (${failure ?? 'apt-get did not bring it'}): dashboards stay off until you run: apt-get install ${debian.join(' ')}`;
}

/**
 * The R packages that the dashboards need and this machine does not have; all of them without R.
 */
function missingPackages() {
  const code = `for (p in commandArgs(TRUE)) if (!nzchar(system.file(package = p))) cat(p, "\\n")`;
  const r = spawnSync('Rscript', ['--vanilla', '-e', code, ...packages], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  return r.status === 0 ? r.stdout.split(/\s+/).filter(Boolean) : packages;
}
