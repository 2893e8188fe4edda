import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOsBundle, type OsBundleJob } from './os-bundle';
import { AptError, archiveName, exactly } from './private-apt';

let work: string;
let said: string[];
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'os-bundle-'));
  said = [];
});
afterEach(() => rmSync(work, { recursive: true }));

const lockFile = () => join(work, 'os-packages.lock');
const sumsOf = () => readFileSync(join(work, 'dist/os-bundle/SHA256SUMS'), 'utf8');

/** Builds from a mirror that has one version of each package: name → its version and content. */
function build(
  mirror: Record<string, [version: string, content: string]>,
  update: OsBundleJob['update'] = 'when-gone',
  today = '2026-11-30',
): Promise<string> {
  const packages = Object.entries(mirror).map(([name, [version, content]]) => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { name, version, architecture: 'all', content, sha256 };
  });
  const archives = join(work, 'archives');
  mkdirSync(archives, { recursive: true });
  mkdirSync(join(work, 'dist'), { recursive: true });
  return buildOsBundle({
    debian: { suite: '', architecture: 'all', mirror: '', securityMirror: '', wanted: ['r'], baseSystem: [] },
    lockFile: lockFile(),
    distFolder: join(work, 'dist'),
    update,
    today,
    say: (line) => said.push(line),
    onDownload: () => undefined,
    onDownloaded: () => undefined,
    openApt: () =>
      Promise.resolve({
        archives,
        update: () => Promise.resolve(),
        resolve: (wanted) => {
          const gone = wanted.find((name) => name.includes('=') && !packages.map(exactly).includes(name));
          return gone ? Promise.reject(new AptError(`${gone} was not found`)) : Promise.resolve(packages);
        },
        download: () => {
          for (const each of packages) writeFileSync(join(archives, archiveName(each)), each.content);
          return Promise.resolve();
        },
        describe: () =>
          Promise.resolve(
            packages
              .map(
                ({ name, version, sha256 }) =>
                  `Package: ${name}\nVersion: ${version}\nFilename: pool/${name}_${version}_all.deb\nSHA256: ${sha256}\n`,
              )
              .join('\n'),
          ),
      }),
  });
}

it('takes the newest packages the first time, and locks them', async () => {
  expect(await build({ r: ['4.5', 'R'], libc6: ['2.41', 'C'] })).toMatch(
    /^os-bundle [0-9a-f]{12}: 2 packages/,
  );
  expect(readFileSync(lockFile(), 'utf8')).toMatch(
    /^# wanted: r\n# as of: 2026-11-30\nlibc6 2\.41 all \w{64}\nr 4\.5 all \w{64}\n$/,
  );
  expect(sumsOf()).toMatch(
    / {2}Packages\n.* {2}as-of\.txt\n.* {2}libc6_2\.41_all\.deb\n.* {2}packages\.txt\n.* {2}r_4\.5_all\.deb\n$/,
  );
});

it('makes the same bundle of the same lock file in another place', async () => {
  await build({ r: ['4.5', 'R'] });
  const sums = sumsOf();
  rmSync(join(work, 'dist'), { recursive: true });
  await build({ r: ['4.5', 'R'] }, 'never');
  expect(sumsOf()).toBe(sums);
});

it('keeps the day of the packages with the lock file, and takes a new one only with newer packages', async () => {
  const day = () => readFileSync(join(work, 'dist/os-bundle/as-of.txt'), 'utf8');
  await build({ r: ['4.5', 'R'] });
  rmSync(join(work, 'dist'), { recursive: true });
  await build({ r: ['4.5', 'R'] }, 'when-gone', '2026-12-07');
  expect(day()).toBe('2026-11-30\n');
  await build({ r: ['4.5', 'R'] }, 'always', '2026-12-07');
  expect([day(), readFileSync(lockFile(), 'utf8')]).toEqual([
    '2026-12-07\n',
    expect.stringContaining('# as of: 2026-12-07'),
  ]);
});

it('does nothing when it contains the locked packages, whatever Debian has by now', async () => {
  await build({ r: ['4.5', 'R'] });
  expect(await build({ r: ['4.6', 'R new'] })).toMatch(/^unchanged: /);
});

it('takes the newest packages when Debian has replaced one, and reports it', async () => {
  await build({ r: ['4.5', 'R'] });
  rmSync(join(work, 'dist'), { recursive: true });
  await build({ r: ['4.6', 'R new'] });
  expect(said.join('\n')).toMatch(/has replaced packages[\s\S]*Packages: 1 updated, 0 added, 0 removed\./);
  expect(readFileSync(lockFile(), 'utf8')).toContain('r 4.6 all');
});

it('fails when newer packages are not allowed', async () => {
  await build({ r: ['4.5', 'R'] });
  rmSync(join(work, 'dist'), { recursive: true });
  await expect(build({ r: ['4.6', 'R new'] }, 'never')).rejects.toThrow('r=4.5 was not found');
});

it('refuses another content under the same version', async () => {
  await build({ r: ['4.5', 'R'] });
  await expect(build({ r: ['4.5', 'something else'] }, 'always')).rejects.toThrow(/another content.* r=4\.5/);
});
