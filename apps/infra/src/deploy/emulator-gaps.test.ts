import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeEmulatorGaps } from './emulator-gaps';

it('changes nothing in a template except tags of parameters and keys', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assembly-'));
  const file = join(folder, 'One.template.json');
  const parameter = { Type: 'AWS::SSM::Parameter', Properties: { Name: '/a', Tags: { stage: 'trial' } } };
  const bucket = { Type: 'AWS::S3::Bucket', Properties: { Tags: [{ Key: 'a', Value: '<b> & c' }] } };
  await writeFile(file, JSON.stringify({ Resources: { parameter, bucket } }));
  await removeEmulatorGaps(folder);
  const text = await readFile(file, 'utf8');
  await rm(folder, { recursive: true });
  expect(text).not.toMatch(/[<>&]/);
  expect(JSON.parse(text)).toEqual({
    Resources: { parameter: { Type: parameter.Type, Properties: { Name: '/a' } }, bucket },
  });
});
