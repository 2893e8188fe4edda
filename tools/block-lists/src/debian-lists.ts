import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** uBlock Origin with its lists, EasyList and EasyPrivacy. */
const PACKAGE = 'webext-ublock-origin-chromium';
const LIST = /(?:^easy.*|\.min)\.txt$/;

/** Block lists that people use. */
export interface BlockLists {
  /** Of the Debian package. */
  readonly version: string;
  readonly count: number;
  readonly text: string;
}

/**
 * The default lists of uBlock Origin, from its Debian package, which is
 * downloaded and not installed.
 *
 * @throws Error in one line if apt is missing or Debian's packages cannot be reached
 */
export async function debianLists(): Promise<BlockLists> {
  const folder = await mkdtemp(join(tmpdir(), 'block-lists-'));
  try {
    // apt downloads as a separate user.
    await chmod(folder, 0o777);
    await run('apt-get', ['download', PACKAGE], { cwd: folder }).catch((error: Error) => {
      throw new Error(
        `apt-get download ${PACKAGE} failed (${error.message.split('\n')[0]}). Run apt-get update on a Debian machine, and try again.`,
      );
    });
    const [archive = ''] = await readdir(folder);
    await run('dpkg-deb', ['--extract', join(folder, archive), folder]);
    const files = (await readdir(folder, { recursive: true })).filter((file) =>
      LIST.test(file.split('/').at(-1) ?? ''),
    );
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    return { version: archive.split('_')[1] ?? 'unknown', count: files.length, text: texts.join('\n') };
  } finally {
    await rm(folder, { recursive: true });
  }
}
