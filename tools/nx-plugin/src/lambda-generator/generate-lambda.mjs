import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { formatFiles, generateFiles } from '@nx/devkit';
import { addToInfra } from './add-to-infra.mjs';
import { addToWorkspace } from './add-to-workspace.mjs';
import { lambdaOf } from './lambda-of.mjs';

/**
 * Writes a Lambda, its stack, and its line wherever Lambdas are listed.
 *
 * @param {import('@nx/devkit').Tree} tree
 * @param {{ name: string, description: string }} options
 * @returns {Promise<import('@nx/devkit').GeneratorCallback>} what is done once the files are there
 */
export async function generateLambda(tree, options) {
  const lambda = lambdaOf(tree, options);
  const templates = join(import.meta.dirname, 'files');
  generateFiles(tree, join(templates, 'app'), `apps/${lambda.app}`, lambda);
  generateFiles(tree, join(templates, 'infra'), 'apps/infra/src/stacks', lambda);
  addToWorkspace(tree, lambda);
  addToInfra(tree, lambda);
  await formatFiles(tree);
  return () => writeConfigurationPage(tree.root);
}

/** The page is made of the settings as files export them, so those have to be there. */
function writeConfigurationPage(workspace) {
  const script = 'libs/lambda-runtime/src/documentation/write-configuration.ts';
  execFileSync(process.execPath, ['--import', './tools/workspace/typescript.mjs', script], {
    cwd: workspace,
    stdio: 'inherit',
  });
}
