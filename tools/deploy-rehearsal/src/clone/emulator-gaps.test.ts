import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeEmulatorGaps } from './emulator-gaps';

/** The resources after the gaps are removed, and the text that holds them. */
async function withoutGaps(Resources: object) {
  const folder = await mkdtemp(join(tmpdir(), 'assembly-'));
  const file = join(folder, 'One.template.json');
  await writeFile(file, JSON.stringify({ Resources }));
  await removeEmulatorGaps(folder, 'http://localhost:4300');
  const text = await readFile(file, 'utf8');
  await rm(folder, { recursive: true });
  return { text, resources: (JSON.parse(text) as { Resources: object }).Resources };
}

const valueOf = (Value: unknown) => ({ Type: 'AWS::SSM::Parameter', Properties: { Value } });

it('changes nothing in a template except tags of parameters and keys, and ids that it has not', async () => {
  const parameter = { Type: 'AWS::SSM::Parameter', Properties: { Name: '/a', Tags: { stage: 'trial' } } };
  const bucket = { Type: 'AWS::S3::Bucket', Properties: { Tags: [{ Key: 'a', Value: '<b> & c' }] } };
  const pool = { Type: 'AWS::Cognito::UserPool', Properties: {} };
  const ofPool = valueOf({ Ref: 'pool' });
  const ofBucket = valueOf({ Ref: 'bucket' });
  const { text, resources } = await withoutGaps({ parameter, bucket, pool, ofPool, ofBucket });
  expect(text).not.toMatch(/[<>&]/);
  expect(resources).toEqual({
    parameter: { Type: parameter.Type, Properties: { Name: '/a' } },
    bucket,
    pool,
    ofPool: valueOf('pool'),
    ofBucket,
  });
});

it('publishes the address of the stand-in for that of the API', async () => {
  const api = { Type: 'AWS::ApiGatewayV2::Api', Properties: {} };
  const endpoint = valueOf({ 'Fn::Join': ['', [{ 'Fn::GetAtt': ['api', 'ApiEndpoint'] }, '/clickstream']] });
  const { resources } = await withoutGaps({ api, endpoint });
  expect(resources).toEqual({
    api,
    endpoint: valueOf({ 'Fn::Join': ['', ['http://localhost:4300', '/clickstream']] }),
  });
});

it('puts subscriptions into their topic', async () => {
  const topic = { Type: 'AWS::SNS::Topic', Properties: {} };
  const mail = { Protocol: 'email', Endpoint: 'a@b.example' };
  const subscription = {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: { Ref: 'topic' }, ...mail },
  };
  const { resources } = await withoutGaps({ topic, subscription });
  expect(resources).toMatchObject({ topic: { Properties: { Subscription: [mail] } } });
});
