import { stripVTControlCharacters } from 'node:util';

/**
 * Reads what Nx writes with `--output-style static`: a block for each task as it ends, and at the very end, on
 * standard error, the names of those that failed.
 *
 * @param {(task: string, heading: string) => void} onTask called with each task's `project:target` and its heading
 */
export function nxOutputReader(onTask) {
  const blocks = new Map();
  const failed = [];
  const errors = [];
  let current;
  let summing = false;
  return {
    readOutput(line) {
      const heading = /^> nx run ((\S+).*)/.exec(stripVTControlCharacters(line));
      if (heading) {
        current = heading[2];
        blocks.set(current, []);
        onTask(current, heading[1]);
      } else {
        blocks.get(current)?.push(line);
      }
    },
    readError(line) {
      const text = stripVTControlCharacters(line);
      errors.push(text);
      summing ||= text.startsWith('Failed tasks:');
      const task = summing && /^- (\S+:\S+)/.exec(text)?.[1];
      if (task) failed.push(task);
    },
    /** The tasks that ended, as `project:target`. */
    ran: () => [...blocks.keys()],
    failed: () => failed,
    /** What a task wrote. */
    outputOf: (task) => (blocks.get(task) ?? []).join('\n'),
    /** What Nx wrote last, for when it fails without naming a task. */
    lastWords: () => [...(blocks.get(current) ?? []), ...errors].join('\n'),
  };
}
