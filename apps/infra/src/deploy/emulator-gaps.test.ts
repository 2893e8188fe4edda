import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeEmulatorGaps } from './emulator-gaps';

it('changes nothing in a template except tags of parameters and keys, and ids that it has not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assembly-'));
  const file = join(folder, 'One.template.json');
  const parameter = { Type: 'AWS::SSM::Parameter', Properties: { Name: '/a', Tags: { stage: 'trial' } } };
  const bucket = { Type: 'AWS::S3::Bucket', Properties: { Tags: [{ Key: 'a', Value: '<b> & c' }] } };
  const pool = { Type: 'AWS::Cognito::UserPool', Properties: {} };
  const idOf = (Value: unknown) => ({ Type: 'AWS::SSM::Parameter', Properties: { Value } });
  const ofPool = idOf({ Ref: 'pool' });
  const ofBucket = idOf({ Ref: 'bucket' });
  await writeFile(file, JSON.stringify({ Resources: { parameter, bucket, pool, ofPool, ofBucket } }));
  await removeEmulatorGaps(folder);
  const text = await readFile(file, 'utf8');
  await rm(folder, { recursive: true });
  expect(text).not.toMatch(/[<>&]/);
  expect(JSON.parse(text)).toEqual({
    Resources: {
      parameter: { Type: parameter.Type, Properties: { Name: '/a' } },
      bucket,
      pool,
      ofPool: idOf('pool'),
      ofBucket,
    },
  });
});
