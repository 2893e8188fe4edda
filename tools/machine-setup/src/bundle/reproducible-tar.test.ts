import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packFolder } from './reproducible-tar';
import { writeSums } from './sha256-sums';

let work: string;
beforeEach(() => (work = mkdtempSync(join(tmpdir(), 'bundle-'))));
afterEach(() => rmSync(work, { recursive: true }));

/** A folder with two files, with a given time and mode. */
async function aBundle(name: string, files: string[], time: number, mode: number) {
  const folder = join(work, name);
  mkdirSync(join(folder, 'inner'), { recursive: true });
  for (const file of files) {
    writeFileSync(join(folder, file), file);
    utimesSync(join(folder, file), time, time);
    chmodSync(join(folder, file), mode);
  }
  return { folder, version: await writeSums(folder) };
}

it.each(['tar', 'tar.gz'])(
  'the same content gives the same .%s, whenever and by whom it was written',
  async (type) => {
    const one = await aBundle('one', ['a.txt', 'inner/b.txt'], 1_000_000_000, 0o600);
    const two = await aBundle('two', ['inner/b.txt', 'a.txt'], 1_500_000_000, 0o664);
    await packFolder(one.folder, join(work, `one.${type}`));
    await packFolder(two.folder, join(work, `two.${type}`));
    expect(one.version).toBe(two.version);
    expect(readFileSync(join(work, `one.${type}`)).equals(readFileSync(join(work, `two.${type}`)))).toBe(
      true,
    );
  },
);

it('begins with the list of its content, which sha256sum checks', async () => {
  const { folder } = await aBundle('one', ['a.txt', 'inner/b.txt'], 1_000_000_000, 0o600);
  const archive = join(work, 'one.tar');
  await packFolder(folder, archive);
  const names = execFileSync('tar', ['--list', '--file', archive], { encoding: 'utf8' }).split('\n');
  expect(names[0]).toBe('./SHA256SUMS');
  expect(names.filter((name) => name.endsWith('SHA256SUMS'))).toHaveLength(1);
  const unpacked = join(work, 'unpacked');
  mkdirSync(unpacked);
  execFileSync('tar', ['--extract', '--file', archive, '--directory', unpacked]);
  const check = execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], {
    cwd: unpacked,
    encoding: 'utf8',
  });
  expect(check).toBe('a.txt: OK\ninner/b.txt: OK\n');
});

it('another content gives another version', async () => {
  const one = await aBundle('one', ['a.txt'], 1, 0o600);
  writeFileSync(join(one.folder, 'a.txt'), 'changed');
  expect(await writeSums(one.folder)).not.toBe(one.version);
});
