import { FLAG, readOptions } from './read-options';
import { runCommand, type Command } from './run-command';
import { UsageError } from './usage-error';

type Try = Command<{ readonly dry?: boolean }>;
const command = (run: Try['run']): Try => ({
  call: 'npm run try --',
  help: 'Usage: npm run try',
  failure: 'The try stopped',
  read: (args) => {
    const options = readOptions(args, { dry: FLAG });
    return options.help ? 'help' : options;
  },
  run,
});
const outcomeOf = async (of: Try, ...args: string[]) => {
  const [log, error] = [jest.spyOn(console, 'log'), jest.spyOn(console, 'error')].map((spy) =>
    spy.mockReturnValue(),
  );
  await runCommand(of, args);
  const code = process.exitCode;
  process.exitCode = undefined;
  const written = { code, output: log?.mock.calls.join('\n'), errors: error?.mock.calls.join('\n') };
  jest.restoreAllMocks();
  return written;
};
const failing = (reason: unknown) => async () => Promise.reject(reason);

it('passes the options to the command, and sets the exit code that it returns', async () => {
  const given: unknown[] = [];
  const outcome = await outcomeOf(
    command((options) => given.push({ ...options })),
    '--dry',
  );
  expect([outcome, given]).toEqual([{ code: 1, output: '', errors: '' }, [{ dry: true }]]);
});

it('prints the help, and does nothing else', async () => {
  const never = failing(new Error('It ran.'));
  expect(await outcomeOf(command(never), '--help')).toEqual({
    code: 0,
    output: 'Usage: npm run try',
    errors: '',
  });
});

it.each([
  ['an unknown option', ['--drj'], "Unknown option '--drj'. See npm run try -- --help."],
  ['an argument', ['now'], "Unexpected argument 'now'. See npm run try -- --help."],
])('refuses %s in one sentence, with exit code 2', async (_, args, errors) => {
  const never = failing(new Error('It ran.'));
  expect(await outcomeOf(command(never), ...args)).toEqual({ code: 2, output: '', errors });
});

it.each([
  ['an error', new Error('disk full'), 1, 'The try stopped: disk full'],
  ['an error without a message', new RangeError(), 1, 'The try stopped: RangeError'],
  ['a value that is not an error', 'disk full', 1, 'The try stopped: disk full'],
  ['wrong usage that is found late', new UsageError('No API.'), 2, 'No API. See npm run try -- --help.'],
])('reports %s in one line', async (_, reason, code, errors) => {
  expect(await outcomeOf(command(failing(reason)))).toEqual({ code, output: '', errors });
});

it('works without a call and without a prefix for failures', async () => {
  const { help, read, run } = command(failing(new Error('disk full.')));
  const short = { help, read, run };
  expect(await outcomeOf(short)).toMatchObject({ code: 1, errors: 'disk full.' });
  expect(await outcomeOf(short, '--wet')).toMatchObject({
    code: 2,
    errors: "Unknown option '--wet'. See --help.",
  });
});
