import { archiveName, exactly, packagesIn } from './private-apt';

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
