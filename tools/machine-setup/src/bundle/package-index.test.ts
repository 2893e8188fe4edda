import { describePackages, packageIndex } from './package-index';

const SHOWN = `Package: zlib1g
Version: 1:1.3.1-1
Architecture: amd64
Filename: pool/main/z/zlib/zlib1g_1.3.1-1_amd64.deb
SHA256: aa
Description: compression library

Package: curl
Version: 8.14.1-2
Architecture: amd64
Filename: pool/updates/main/c/curl/curl_8.14.1-2_amd64.deb
SHA256: bb
Description: command line tool
`;

const zlib = { name: 'zlib1g', version: '1:1.3.1-1', architecture: 'amd64' };
const curl = { name: 'curl', version: '8.14.1-2', architecture: 'amd64' };

it('lists packages of a flat repository, sorted by name, with files next to the index', () => {
  const index = packageIndex(describePackages([zlib, curl], SHOWN));
  expect(index.match(/^Filename: .*$/gm)).toEqual([
    'Filename: ./curl_8.14.1-2_amd64.deb',
    'Filename: ./zlib1g_1.3.1-1_amd64.deb',
  ]);
  expect(index).toContain('Description: command line tool\n\nPackage: zlib1g');
});

it('knows each package’s file and hash', () => {
  expect(describePackages([zlib], SHOWN)).toEqual([
    expect.objectContaining({ ...zlib, file: 'zlib1g_1.3.1-1_amd64.deb', sha256: 'aa' }),
  ]);
});

it('names a package that the lists do not describe in this version', () => {
  expect(() => describePackages([{ ...curl, version: '9' }], SHOWN)).toThrow(/do not describe curl 9/);
});
