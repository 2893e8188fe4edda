import { readJob } from './job-on-stacks';

it('passes everything after -- to CDK, behind the options of each command', () => {
  expect(readJob(['diff', 'Data', 'Etl', '--', '--no-change-set'])).toEqual({
    command: 'diff',
    wanted: ['Data', 'Etl'],
    options: ['--no-change-set'],
  });
  expect(readJob(['destroy', 'Data', '--', '--verbose'])).toMatchObject({
    options: ['--force', '--verbose'],
  });
});

it('refuses a command that CDK has not, and one without stacks', () => {
  expect(() => readJob(['remove', 'Data'])).toThrow('Name a command and its stacks.');
  expect(() => readJob(['deploy', '--', '--verbose'])).toThrow('Name a command and its stacks.');
});
