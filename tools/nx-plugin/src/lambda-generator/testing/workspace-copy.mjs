import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../../../..', import.meta.url));

/** Folders that are made, not written. */
const MADE = [
  'node_modules',
  'dist',
  'out-tsc',
  'cdk.out',
  'test-results',
  '.git',
  '.nx',
  '.next',
  '.local',
  '.swc',
];

/** A limit for what hangs, not a measure. */
const TIMEOUT_MILLISECONDS = 20 * 60_000;

/**
 * A copy of this workspace in a temporary folder, with the packages of npm and with its own
 * projects, for tests that change it.
 */
export function aWorkspaceCopy() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'workspace-copy-')));
  const remove = () => rmSync(folder, { recursive: true });
  try {
    cpSync(REPOSITORY, folder, { recursive: true, filter: (source) => !MADE.includes(basename(source)) });
    linkPackages(folder);
  } catch (error) {
    remove();
    throw error;
  }
  return {
    folder,
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    /** Runs shell commands at the root of the copy, until one fails. */
    run(commands) {
      const { status, stdout, stderr } = spawnSync('bash', ['-ec', commands], {
        cwd: folder,
        encoding: 'utf8',
        env: environment(folder),
        maxBuffer: 64 * 1024 * 1024,
        timeout: TIMEOUT_MILLISECONDS,
      });
      return { status, stdout, stderr, output: `$ ${commands}\n${stdout}${stderr}` };
    },
    remove,
  };
}

/** Packages of npm are those of the repository; `@clickstream/*` are the projects of the copy. */
function linkPackages(folder) {
  const packages = join(REPOSITORY, 'node_modules');
  const linked = join(folder, 'node_modules');
  mkdirSync(join(linked, '@clickstream'), { recursive: true });
  for (const name of readdirSync(packages).filter((one) => one !== '@clickstream'))
    symlinkSync(join(packages, name), join(linked, name));
  for (const name of readdirSync(join(packages, '@clickstream'))) {
    const project = realpathSync(join(packages, '@clickstream', name)).slice(
      realpathSync(REPOSITORY).length + 1,
    );
    symlinkSync(join(folder, project), join(linked, '@clickstream', name));
  }
}

/** Variables without those of the Nx and the test runner around this test, for an Nx apart. */
function environment(folder) {
  const outer = Object.entries(process.env).filter(
    ([name]) => !/^(NX_|NODE_TEST_|CLICKSTREAM_TASK_)/.test(name),
  );
  return {
    ...Object.fromEntries(outer),
    CI: 'true',
    NX_DAEMON: 'false',
    NX_ISOLATE_PLUGINS: 'false',
    NX_NO_CLOUD: 'true',
    NX_TUI: 'false',
    NX_CACHE_DIRECTORY: join(folder, '.nx/cache'),
    NX_WORKSPACE_DATA_DIRECTORY: join(folder, '.nx/workspace-data'),
  };
}
