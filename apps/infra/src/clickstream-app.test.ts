import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { clickstreamApp } from './clickstream-app';
import { stageFrom } from './config';
import { ALL_SWITCHES, resourcesOf, type Resource, type Template } from './synthesis/synthesised';

const production = clickstreamApp(stageFrom({}), ALL_SWITCHES).synth();
const staging = clickstreamApp(stageFrom({ STAGE: 'staging' })).synth();

it.each([
  ['production', production],
  ['staging', staging],
])('builds the stacks of %s without an account and without a look-up', (_stage, assembly) => {
  expect(assembly.manifest.missing ?? []).toEqual([]);
  for (const { environment } of assembly.stacks)
    expect(environment).toMatchObject({ account: 'unknown-account', region: 'ap-southeast-1' });
});

it('has one stack for each deployable, and every stack after those that it needs', () => {
  const order = production.stacks.map(({ id }) => id);
  expect([...order].sort()).toEqual([
    'Auth',
    'Compact',
    'Data',
    'Delivery',
    'Etl',
    'Growth',
    'Ingest',
    'Maintenance',
    'ManagedWarehouse',
    'Network',
    'Observability',
    'Oltp',
    'Shop',
    'Storefront',
    'Warehouse',
  ]);
  for (const [later, earlier] of [
    ['Data', 'Network'],
    ['Ingest', 'Data'],
    ['Shop', 'Oltp'],
    ['Etl', 'Warehouse'],
    ['Maintenance', 'Warehouse'],
    ['Storefront', 'Shop'],
  ] as const)
    expect(order.indexOf(later)).toBeGreaterThan(order.indexOf(earlier));
});

it('leaves out stacks that are switched off', () => {
  const ids = staging.stacks.map(({ id }) => id);
  for (const optional of ['Storefront', 'Growth', 'Compact', 'ManagedWarehouse', 'Delivery'])
    expect(ids).not.toContain(optional);
});

it.each([
  [{ signIn: 'password' }, 'signIn is "password". Use one of: cognito, code.'],
  [{ signIn: 'code' }, 'signIn is "code", which needs mailDomain and mailFrom'],
  [{ managedWarehouse: true }, 'managedWarehouse is "true". Use one of: rds, aurora.'],
  [
    { mailFrom: 'a@shop.example' },
    'mailFrom is "a@shop.example". Use an address of mailDomain, which is "".',
  ],
  [
    { mailDomain: 'shop.example', mailFrom: 'a@another.example' },
    'Use an address of mailDomain, which is "shop.example".',
  ],
])('refuses the switches %j with the reason', (context, reason) => {
  expect(() => clickstreamApp(stageFrom({}), context)).toThrow(reason);
});

it('adds a suffix to the name of every stack of another stage, so that both fit into one account', () => {
  expect(production.stacks.map(({ stackName }) => stackName)).toContain('clickstream-warehouse');
  for (const { stackName } of staging.stacks) expect(stackName).toMatch(/^clickstream-[a-z0-9-]+-staging$/);
});

it('leaves nothing behind when a first deployment fails, so that no name is taken for the next one', () => {
  const resources = production.stacks.flatMap(({ template }) =>
    Object.entries((template as Template).Resources),
  );
  const kept = resources.filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain');
  expect(kept.map(([id]) => id)).toEqual([]);
});

it('does not use exports between stacks, so that each can be deployed alone', () => {
  expect(JSON.stringify(production.stacks.map(({ template }) => template))).not.toMatch(
    /Fn::ImportValue|Fn::GetStackOutput/,
  );
});

const lambdas = readdirSync(resolve(import.meta.dirname, '../..')).filter((app) => app.endsWith('-lambda'));

it('tags every resource that costs money with project and stage', () => {
  const { stacks } = clickstreamApp(stageFrom({ STAGE: 'staging' }), { growth: true }).synth();
  const resources = stacks.flatMap(({ template }) =>
    ['AWS::Lambda::Function', 'AWS::S3::Bucket', 'AWS::EC2::Instance', 'AWS::EC2::Volume'].flatMap((type) =>
      Object.values<Resource>(resourcesOf(template as Template, type)),
    ),
  );
  // The courier runs the bundle of the shop.
  expect(resources).toHaveLength(lambdas.length + 1 + 2 + 2 + 2);
  for (const { Properties } of resources)
    expect(Properties['Tags']).toEqual(
      expect.arrayContaining([
        { Key: 'project', Value: 'clickstream' },
        { Key: 'stage', Value: 'staging' },
      ]),
    );
});

it.each(['Network', 'Data', 'Auth', 'Oltp', 'Warehouse'])(
  'refuses to delete the stack %s, whose data cannot be recreated',
  (id) => {
    const stack = production.stacks.find((one) => one.id === id);
    expect(stack?.terminationProtection).toBe(true);
  },
);

it('uses the resource names of the design', () => {
  const text = JSON.stringify(production.stacks.map(({ template }) => template));
  for (const name of [
    'clickstream-http-api',
    'clickstream-lambda-ingest',
    'clickstream-s3-ingest-',
    'SBW_Lamda_ETL',
    'SBW_ETL_HOURLY_RULE',
    'SBW_EC2_WebDB',
    'SBW_EC2_ShinyDWH',
    'sg_oltp_webDB',
    'sg_Lambda_ETL',
    'sg_analytics_ShinyDWH',
  ])
    expect(text).toContain(name);
});

it('contains no password: each is created in the account and read from Parameter Store', () => {
  const text = JSON.stringify(production.stacks.map(({ template }) => template));
  expect(text).not.toMatch(/postgres:\/\/|"(Master)?Password"\s*:\s*"/i);
});
