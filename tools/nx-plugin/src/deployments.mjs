/**
 * Targets of projects that are deployed, so that each project's file only names its stacks:
 *
 *     "metadata": { "stacks": ["Etl"], "deployAfter": ["shiny:deploy"],
 *     "destroyAfter": ["storefront"] }
 *
 * @param {{ stacks: string[], deployAfter?: string[], destroyAfter?: string[] }} deployment
 *   `deployAfter` are targets, by default the shared stacks; `destroyAfter` are projects
 *   whose stacks depend on these
 * @returns {Record<string, import('@nx/devkit').TargetConfiguration>}
 */
export function deploymentTargets({ stacks, deployAfter = ['infra:deploy-shared'], destroyAfter = [] }) {
  const synthesised = taskOf('infra:synth');
  const run = (command) => ({
    executor: 'nx:run-commands',
    cache: false,
    options: {
      cwd: 'apps/infra',
      commands: [
        `node --import ../../tools/workspace/typescript.mjs src/deploy/stacks.ts ${command} ${stacks.join(' ')}`,
      ],
      parallel: false,
    },
  });
  return {
    synth: { executor: 'nx:noop', dependsOn: [synthesised] },
    diff: { ...run('diff'), dependsOn: [synthesised] },
    deploy: { ...run('deploy'), dependsOn: deployAfter.map(taskOf) },
    destroy: {
      ...run('destroy'),
      dependsOn: [synthesised, ...destroyAfter.map((project) => taskOf(`${project}:destroy`))],
    },
  };
}

/** @param {string} task as `project:target` */
function taskOf(task) {
  const [project, target] = task.split(':');
  return { projects: [project], target };
}
