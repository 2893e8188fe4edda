import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ACCOUNT } from '../rehearsed-account';
import { differingStacks, outputOf, run } from './output-of';
import { stacksInOrder, type Manifest } from './stack-order';

/**
 * The emulator deletes a role before its policies, does not find it then, and keeps the resources
 * that follow. AWS does not.
 */
const NOT_DESTROYED = /Role \S+ not found|has dependencies and cannot be deleted/;

/** The loader of TypeScript, from `apps/infra`. */
const TYPESCRIPT = '../../tools/workspace/typescript.mjs';

/** Commands of an operator, run in a clone against the emulator. */
export function rehearsedCommands(clone: string, region: string, env: NodeJS.ProcessEnv) {
  const options = { cwd: clone, env };
  const inInfra = { cwd: join(clone, 'apps/infra'), env };
  const deploy = (): Parameters<typeof run> => ['npm', ['run', 'deploy'], options];
  const stacks = (command: string, ids: readonly string[], more: NodeJS.ProcessEnv = {}) =>
    outputOf(process.execPath, ['--import', TYPESCRIPT, 'src/deploy/stacks.ts', command, ...ids], {
      ...inInfra,
      env: { ...env, ...more },
    });
  const deployed = () =>
    stacksInOrder(JSON.parse(readFileSync(join(inInfra.cwd, 'cdk.out/manifest.json'), 'utf8')) as Manifest);
  return {
    /** Where no app is, so that CDK synthesises none. */
    bootstrap: () =>
      outputOf(join(clone, 'node_modules/.bin/cdk'), ['bootstrap', `aws://${ACCOUNT}/${region}`], {
        cwd: dirname(clone),
        env: { ...env, CDK_APP: undefined },
      }),
    /** @returns what it printed */
    deploy: () => outputOf(...deploy()),
    /** @returns what it printed @throws Error when it succeeds */
    async failingDeploy(): Promise<string> {
      const { code, said } = await run(...deploy());
      if (code === 0) throw new Error('npm run deploy succeeded, and should have failed.');
      return said;
    },
    /** @returns the stacks that differ from what is deployed */
    diff: async () => differingStacks(await stacks('diff', deployed(), { CDK_METHOD: 'template' })),
    /** @returns the stacks of which the emulator keeps something */
    async destroy(): Promise<string[]> {
      const left: string[] = [];
      for (const id of deployed().toReversed())
        await stacks('destroy', [id]).catch((error: unknown) => {
          if (!NOT_DESTROYED.test(String(error))) throw error;
          left.push(id);
        });
      return left;
    },
  };
}

export type RehearsedCommands = ReturnType<typeof rehearsedCommands>;
