import { changedStacks, outputOf } from './rehearsal-output';

it('tells stacks that were changed from those that were not', () => {
  const said = [
    '✨  Synthesis time: 0.1s',
    ' ✅  Data (clickstream-data-trial) (no changes)',
    ' ✅  Etl (clickstream-etl-trial)',
    'Etl: deploying... [2/2]',
  ].join('\n');
  expect(changedStacks(said)).toEqual(['Etl']);
});

it('says how a program ended that failed', async () => {
  const failing = outputOf(process.execPath, ['-e', 'console.error("no bucket"); process.exit(3)'], {
    cwd: '/',
    env: process.env,
  });
  await expect(failing).rejects.toThrow('no bucket');
});
