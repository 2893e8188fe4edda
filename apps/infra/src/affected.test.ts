import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const workspace = resolve(import.meta.dirname, '../../..');

const DEPLOYABLES = [
  'ingest-lambda',
  'etl-lambda',
  'shop-lambda',
  'storefront',
  'shiny',
  'infra',
  'maintenance-lambda',
  'compact-lambda',
];

/** The answer of an nx command that prints JSON. */
async function nx<T>(...args: string[]): Promise<T> {
  // With the variables of the nx that runs this test, the inner nx would take itself for a part of
  // it.
  const ownEnv = Object.entries(process.env).filter(([name]) => !name.startsWith('NX_'));
  const { stdout } = await run(process.execPath, [resolve(workspace, 'node_modules/.bin/nx'), ...args], {
    cwd: workspace,
    env: { ...Object.fromEntries(ownEnv), NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', NX_TUI: 'false' },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 120_000,
  });
  return JSON.parse(stdout) as T;
}

const affectedBy = (file: string) =>
  nx<string[]>('show', 'projects', '--affected', `--files=${file}`, '--json');

/** The files that decide whether a target's result is taken from the cache. */
async function inputsOf(task: string): Promise<string[]> {
  const { files } = await nx<{ files: string[] }>('show', 'target', 'inputs', task, '--json');
  return files;
}

jest.setTimeout(120_000);

it('a change of the contract affects the tracker, all Lambdas, the storefront and infra', async () => {
  const projects = await affectedBy('libs/event-schema/src/index.ts');
  expect(projects).toEqual(
    expect.arrayContaining([
      ...['event-schema', 'tracker', 'ingest-lambda', 'etl-lambda'],
      // It writes the shop's books, whose lines have a contract as well.
      ...['shop-lambda', 'storefront', 'infra'],
    ]),
  );
  expect(projects).not.toContain('lambda-runtime');
});

it('a change of one Lambda affects infra, which ships it, and no other deployable', async () => {
  const projects = await affectedBy('apps/ingest-lambda/src/handler.ts');
  expect(projects).toEqual(expect.arrayContaining(['ingest-lambda', 'infra']));
  for (const other of ['etl-lambda', 'shop-lambda', 'storefront', 'shiny'])
    expect(projects).not.toContain(other);
});

it.each(['ingest-lambda', 'etl-lambda'])(
  'a change of tests alone leaves the bundle of %s in the cache, a change of the contract does not',
  async (project) => {
    const files = await inputsOf(`${project}:bundle`);
    expect(files).toEqual(
      expect.arrayContaining([`apps/${project}/src/handler.ts`, 'libs/event-schema/src/index.ts']),
    );
    expect(files.filter((file) => /\.test\.tsx?$|\/testing\/|jest\.config|README/.test(file))).toEqual([]);
  },
);

it('synthesises the stacks again when a Lambda or the contract changes', async () => {
  const files = await inputsOf('infra:synth');
  expect(files).toEqual(
    expect.arrayContaining([
      'apps/infra/src/main.ts',
      'apps/ingest-lambda/src/handler.ts',
      'libs/event-schema/src/index.ts',
    ]),
  );
});

it('a deployment bundles, synthesises, deploys shared stacks, and then each deployable', async () => {
  const { tasks } = await nx<{ tasks: { dependencies: Record<string, string[]> } }>(
    'affected',
    '--target=deploy',
    '--files=libs/event-schema/src/index.ts',
    '--graph=stdout',
  );
  expect(tasks.dependencies).toMatchObject({
    'infra:deploy': ['infra:deploy-shared'],
    'ingest-lambda:deploy': ['infra:deploy-shared'],
    'infra:deploy-shared': ['infra:synth'],
    'infra:synth': expect.arrayContaining([
      'ingest-lambda:bundle',
      'etl-lambda:bundle',
      'machine-setup:app-bundle',
    ]),
    'infra:prepare': ['infra:deploy-shared'],
    'shiny:deploy': ['infra:prepare'],
    // New migrations are deployed before the code that needs them.
    'etl-lambda:deploy': ['shiny:deploy'],
    'storefront:deploy': ['ingest-lambda:deploy', 'shop-lambda:deploy'],
  });
});

/** Targets that deploy when a file changes. */
async function deployedBy(file: string): Promise<string[]> {
  const { tasks } = await nx<{ tasks: { dependencies: object } }>(
    'affected',
    '--target=deploy',
    `--files=${file}`,
    '--graph=stdout',
  );
  return Object.keys(tasks.dependencies)
    .filter((task) => task.endsWith(':deploy'))
    .sort();
}

it.each([
  ['the ingest Lambda', 'apps/ingest-lambda/src/handler.ts', ['infra', 'ingest-lambda']],
  ['the dashboard', 'tools/shiny/app.R', ['infra', 'shiny']],
  ['a test of the stacks', 'apps/infra/src/config.test.ts', ['infra']],
  [
    'the storefront, which depends on two others',
    'apps/storefront/src/app/page.tsx',
    ['infra', 'ingest-lambda', 'shop-lambda', 'storefront'],
  ],
  ['the stacks', 'apps/infra/src/stages/stages.ts', DEPLOYABLES],
  ['what is installed on the machines', 'tools/machine-setup/src/install/install.sh', DEPLOYABLES],
])('a change of %s deploys it and its dependencies, and nothing else', async (_what, file, projects) => {
  expect(await deployedBy(file)).toEqual(projects.map((project) => `${project}:deploy`).sort());
});

it('every deployable has all deploy targets', async () => {
  const { graph } = await nx<{ graph: { nodes: Record<string, { data: { targets: object } }> } }>(
    'graph',
    '--file=stdout',
  );
  for (const project of DEPLOYABLES)
    expect([project, ...Object.keys(graph.nodes[project]?.data.targets ?? {})]).toEqual(
      expect.arrayContaining([project, 'bundle', 'synth', 'diff', 'deploy', 'destroy']),
    );
});

it('a change of a migration deploys the warehouse', async () => {
  expect(await affectedBy('libs/dw-models/src/index.ts')).toEqual(expect.arrayContaining(['shiny', 'infra']));
});
