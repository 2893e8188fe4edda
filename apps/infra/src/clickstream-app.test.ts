import { clickstreamApp } from './clickstream-app';
import { stageFrom } from './config';
import { STAGES } from './stages';

interface Resource {
  Type: string;
  Properties: { Tags?: unknown };
}
const BILLED = ['AWS::Lambda::Function', 'AWS::S3::Bucket'];

it.each(STAGES.map(({ name }) => name))(
  'builds the stacks of %s without an account and without a look-up',
  (STAGE) => {
    const assembly = clickstreamApp(stageFrom({ STAGE })).synth();
    expect(assembly.manifest.missing ?? []).toEqual([]);
    for (const { environment } of assembly.stacks) {
      expect(environment).toMatchObject({ account: 'unknown-account', region: 'ap-southeast-1' });
    }
  },
);

it('has one stack for each thing that is deployed today, data first', () => {
  const { stacks } = clickstreamApp(stageFrom({})).synth();
  expect(stacks.map(({ id, stackName }) => [id, stackName])).toEqual([
    ['Data', 'clickstream-data'],
    ['Ingest', 'clickstream-ingest'],
  ]);
});

it('ties no stack to another one’s exports, so that each can be deployed alone', () => {
  const { stacks } = clickstreamApp(stageFrom({})).synth();
  expect(JSON.stringify(stacks.map(({ template }) => template))).not.toMatch(
    /Fn::ImportValue|Fn::GetStackOutput/,
  );
});

it('tags what costs money with project and stage', () => {
  const { stacks } = clickstreamApp(stageFrom({ STAGE: 'staging' })).synth();
  const resources = stacks.flatMap(({ template }) => Object.values<Resource>(template.Resources));
  const billed = resources.filter(({ Type }) => BILLED.includes(Type));
  expect(billed.map(({ Type }) => Type).sort()).toEqual(BILLED);
  for (const { Properties } of billed) {
    expect(Properties.Tags).toEqual([
      { Key: 'project', Value: 'clickstream' },
      { Key: 'stage', Value: 'staging' },
    ]);
  }
});
