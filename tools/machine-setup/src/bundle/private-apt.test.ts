import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveName, exactly, openPrivateApt, packagesIn } from './private-apt';

const llvm = { name: 'libllvm19', version: '1:19.1.7-3+b1', architecture: 'amd64' };

it('reads packages out of apt’s addresses, with the epoch that a file name escapes', () => {
  const uris = `'http://deb.debian.org/debian/pool/main/l/llvm-toolchain-19/libllvm19_19.1.7-3%2bb1_amd64.deb' libllvm19_1%3a19.1.7-3+b1_amd64.deb 25978300 SHA256:00
'http://deb.debian.org/debian/pool/main/r/r-cran-shiny/r-cran-shiny_1.10.0%2bdfsg-2_all.deb' r-cran-shiny_1.10.0+dfsg-2_all.deb 3139490 SHA256:00
`;
  expect(packagesIn(uris)).toEqual([
    llvm,
    { name: 'r-cran-shiny', version: '1.10.0+dfsg-2', architecture: 'all' },
  ]);
});

it('names a package as apt does: with its epoch to choose it, escaped in the file it downloads', () => {
  expect(exactly(llvm)).toBe('libllvm19=1:19.1.7-3+b1');
  expect(archiveName(llvm)).toBe('libllvm19_1%3a19.1.7-3+b1_amd64.deb');
});

/** Names a package unless it is in the download folder, as apt-get does. */
const APT_GET = `#!/bin/sh
archives="$(dirname "$APT_CONFIG")/var/cache/apt/archives/"
for word in "$@"; do
  case "$word" in Dir::Cache::Archives=*) archives="\${word#*=}" ;; esac
done
[ -e "$archives/r-base_4.5.0-3_all.deb" ] || echo "'http://debian/r-base.deb' r-base_4.5.0-3_all.deb 1 SHA256:00"
`;

it('resolves to every package, also to those that an earlier run has downloaded', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'private-apt-'));
  const { PATH } = process.env;
  try {
    await writeFile(join(folder, 'apt-get'), APT_GET, { mode: 0o755 });
    process.env['PATH'] = `${folder}:${PATH}`;
    const debian = { suite: 'trixie', mirror: 'http://a', securityMirror: 'http://b', architecture: 'amd64' };
    const apt = await openPrivateApt(folder, { ...debian, wanted: [], baseSystem: [] });
    await writeFile(join(apt.archives, 'r-base_4.5.0-3_all.deb'), '');
    expect(await apt.resolve(['r-base'])).toEqual([
      { name: 'r-base', version: '4.5.0-3', architecture: 'all' },
    ]);
  } finally {
    process.env['PATH'] = PATH;
    await rm(folder, { recursive: true });
  }
});
