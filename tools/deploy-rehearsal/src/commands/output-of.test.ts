import { differingStacks, outputOf } from './output-of';

it('names the stacks that differ', () => {
  const said = [
    'Stack Data (clickstream-data-trial)',
    'There were no differences',
    '',
    'Stack Etl (clickstream-etl-trial)',
    'Resources',
    '[~] AWS::Lambda::Function Etl/Function EtlFunction1',
    '',
    '✨  Number of stacks with differences: 1',
  ].join('\n');
  expect(differingStacks(said)).toEqual(['Etl']);
});

it('shows the end of the output of a program that failed', async () => {
  const failing = outputOf(process.execPath, ['-e', 'console.error("no bucket"); process.exit(3)'], {
    cwd: '/',
    env: process.env,
  });
  await expect(failing).rejects.toThrow('no bucket');
});
