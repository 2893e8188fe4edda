import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const TRACKER = resolve(import.meta.dirname, '../..');
const MODULES = resolve(TRACKER, '../../node_modules');

/** An empty project outside this workspace, with the package installed as `npm pack` makes it. */
export interface ShopElsewhere {
  readonly folder: string;
  /** The folder in which the package is installed. */
  readonly installed: string;
  /** The example of its README, as a shop copies it. */
  readonly example: string;
  write(file: string, text: string): void;
  /** Runs a script of Node in it. @returns what it prints */
  run(...args: string[]): string;
  remove(): void;
}

/** @param linked packages of this workspace that the project has as well, such as `react` */
export function shopElsewhere(linked: readonly string[]): ShopElsewhere {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'shop-')));
  const installed = join(folder, 'node_modules/sbw-clickstream');
  // Not in test mode, which jest sets for its processes: Next would build something else.
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  const start = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe', env });
  const run = (...args: string[]) => start(process.execPath, ...args);
  const packed = join(folder, 'packed');
  run(join(TRACKER, 'package.mjs'), packed);
  const archive = start('npm', 'pack', packed, '--silent').trim().split('\n').at(-1);
  mkdirSync(installed, { recursive: true });
  start('tar', '-xzf', String(archive), '-C', installed, '--strip-components=1');
  for (const name of linked) symlinkSync(join(MODULES, name), join(folder, 'node_modules', name));
  const readme = readFileSync(join(installed, 'README.md'), 'utf8');
  return {
    folder,
    installed,
    example: /```tsx\n([^]*?)```/.exec(readme)?.[1] ?? '',
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    run,
    remove: () => rmSync(folder, { recursive: true, maxRetries: 5 }),
  };
}
