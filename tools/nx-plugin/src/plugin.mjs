import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deploymentTargets } from './deployments.mjs';
import { lambdaTargets } from './lambdas.mjs';

export const name = 'clickstream';

/** Infers the targets that all Lambdas, and all projects with stacks, have alike. */
export const createNodesV2 = [
  '{apps,tools}/*/{package,project}.json',
  (files, _options, { workspaceRoot }) =>
    files.flatMap((file) => {
      const root = dirname(file);
      const targets = targetsOf(join(workspaceRoot, root), join(workspaceRoot, file));
      return Object.keys(targets).length === 0 ? [] : [[file, { projects: { [root]: { targets } } }]];
    }),
];

function targetsOf(folder, file) {
  const settings = JSON.parse(readFileSync(file, 'utf8'));
  const metadata = (file.endsWith('project.json') ? settings : settings.nx)?.metadata ?? {};
  return {
    ...(existsSync(join(folder, 'src/handler.ts')) ? lambdaTargets(metadata) : {}),
    ...(metadata.stacks ? deploymentTargets(metadata) : {}),
  };
}
