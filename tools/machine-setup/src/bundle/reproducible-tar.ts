import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SUMS_FILE } from './sha256-sums';

const run = promisify(execFile);

/**
 * Packs a folder so that the same content gives the same bytes: without times, owners or the file
 * system's order. The list of its content comes first, so that it can be read without the rest.
 *
 * @throws Error when GNU tar is not installed
 */
export async function packFolder(folder: string, archive: string): Promise<void> {
  const same = ['--sort=name', '--format=gnu', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner'];
  const rights = '--mode=u=rwX,go=rX';
  const compress = archive.endsWith('.gz') ? ['--use-compress-program=gzip --no-name -9'] : [];
  const rest = ['--exclude', `./${SUMS_FILE}`, '.'];
  await run(
    'tar',
    [...same, rights, ...compress, '--create', '--file', archive, '--directory', folder].concat(
      `./${SUMS_FILE}`,
      rest,
    ),
  );
}
