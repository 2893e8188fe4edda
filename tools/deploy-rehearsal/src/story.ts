import type { RehearsedAccount } from './rehearsed-account';
import type { RehearsedCommands } from './commands/rehearsed-commands';
import type { RehearsedClone } from './clone/rehearsed-clone';

/** Commits of the rehearsal and functions by their names, which later steps compare. */
interface Deployed {
  readonly first: string;
  readonly code: Readonly<Record<string, string>>;
}

/** Runs a step and prints its time. */
export type Step = <Result>(what: string, run: () => Promise<Result>) => Promise<Result>;

export interface Story {
  readonly account: RehearsedAccount;
  readonly clone: RehearsedClone;
  readonly commands: RehearsedCommands;
  readonly step: Step;
  readonly suffix: string;
}

/**
 * The life of a deployment, by the commands that an operator uses.
 *
 * @returns the stacks of which the emulator keeps something
 */
export async function rehearse(story: Story): Promise<string[]> {
  const { commands, step } = story;
  await step('bootstrap', commands.bootstrap);
  await step('a first creation fails, and nothing of its stack is left', () => failedCreation(story));
  const deployed = await step('its retry deploys everything, and it works', () => firstDeployment(story));
  await step('a second deployment has nothing to deploy', () => nothingToDeploy(story));
  await step('no stack differs from what is deployed', async () => expectSame(await commands.diff(), []));
  await step('a change of the ETL deploys the ETL', () => changedEtl(story, deployed));
  await step('a rollback deploys the ETL of before', () => rollback(story, deployed));
  await step('a new version of a test package in the lock file deploys nothing', () => lockFile(story));
  return step('everything is destroyed, apart from the data', () => destroy(story));
}

async function failedCreation({ account, commands }: Story): Promise<void> {
  await account.pinImages();
  await account.createBucket(account.hostBucket);
  const said = await commands.failingDeploy();
  expectText(said, /BucketAlready|already exists|not available/i);
  expectText(said, 'The deployment failed.');
  if (await account.hasBucket(account.rawBucket))
    throw new Error(`${account.rawBucket} is left of the failed creation: its retry would fail on it.`);
}

async function firstDeployment({ account, clone, commands }: Story): Promise<Deployed> {
  await account.deleteBucket(account.hostBucket);
  expectText(await commands.deploy(), 'trial works.');
  return { first: clone.head(), code: await account.deployedCode() };
}

async function nothingToDeploy({ commands }: Story): Promise<void> {
  expectText(await commands.deploy(), 'Nothing to deploy');
}

async function changedEtl({ account, clone, commands, suffix }: Story, before: Deployed): Promise<void> {
  clone.change(
    'apps/etl-lambda/src/handler.ts',
    (text) => `${text}\n/** Another version. */\nexport const REHEARSED = true;\n`,
    'another version of the ETL',
  );
  expectText(await commands.deploy(), /Deploying .*etl-lambda/);
  expectSame(differingCode(before.code, await account.deployedCode()), [`SBW_Lamda_ETL${suffix}`]);
}

async function rollback({ account, clone, commands }: Story, before: Deployed): Promise<void> {
  clone.checkOut(before.first);
  expectText(await commands.deploy(), /Deploying .*etl-lambda/);
  expectSame(differingCode(before.code, await account.deployedCode()), []);
}

async function lockFile(story: Story): Promise<void> {
  story.clone.change(
    'package-lock.json',
    (text) => text.replace(/("node_modules\/jest": \{\s+"version": ")[^"]+/, '$199.0.0'),
    'a newer jest',
  );
  await nothingToDeploy(story);
}

async function destroy({ account, commands }: Story): Promise<string[]> {
  const left = await commands.destroy();
  expectSame(Object.keys(await account.deployedCode()), []);
  if (!(await account.hasBucket(account.rawBucket)))
    throw new Error(`${account.rawBucket} is gone: the destruction of the stacks must keep the raw events.`);
  return left;
}

/** Names of the functions whose code is not the same. */
const differingCode = (before: Deployed['code'], after: Deployed['code']) =>
  Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);

function expectText(said: string, wanted: string | RegExp): void {
  if (typeof wanted === 'string' ? said.includes(wanted) : wanted.test(said)) return;
  throw new Error(`expected ${String(wanted)} in:\n${said.trim().split('\n').slice(-25).join('\n')}`);
}

function expectSame(found: readonly string[], expected: readonly string[]): void {
  const [one, other] = [found, expected].map((ids) => [...ids].sort().join(', ') || 'none');
  if (one !== other) throw new Error(`found: ${one}; expected: ${other}`);
}
