import { UsageError } from '@clickstream/command-line';

/** Options that each command of CDK gets here. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  deploy: ['--require-approval', 'never', '--progress', 'events'],
  diff: [],
  destroy: ['--force'],
};

/** A command of CDK on some stacks. */
export interface JobOnStacks {
  readonly command: string;
  readonly wanted: readonly string[];
  readonly options: readonly string[];
}

/** Reads a command line; everything after `--` is passed to CDK unchanged. */
export function readJob([command = '', ...rest]: string[]): JobOnStacks | 'help' {
  if (command === '--help') return 'help';
  const end = rest.includes('--') ? rest.indexOf('--') : rest.length;
  const wanted = rest.slice(0, end);
  const options = OPTIONS[command];
  if (!options || wanted.length === 0) throw new UsageError('Name a command and its stacks.');
  return { command, wanted, options: [...options, ...rest.slice(end + 1)] };
}
