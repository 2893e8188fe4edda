import { describeUpdate, formatPackageLock, parsePackageLock } from './locked-packages';

const sha256 = 'a'.repeat(64);
const r = { name: 'r-base-core', version: '4.5.0-3', architecture: 'amd64', sha256 };
const llvm = { name: 'libllvm19', version: '1:19.1.7-3+b1', architecture: 'amd64', sha256 };

describe('the lock file', () => {
  it('can be read back as written, sorted by name, one package per line', () => {
    const text = formatPackageLock({
      wanted: ['curl', 'r-base-core'],
      asOf: '2026-11-30',
      packages: [r, llvm],
    });
    expect(text.split('\n')).toEqual([
      '# wanted: curl r-base-core',
      '# as of: 2026-11-30',
      `libllvm19 1:19.1.7-3+b1 amd64 ${sha256}`,
      `r-base-core 4.5.0-3 amd64 ${sha256}`,
      '',
    ]);
    expect(parsePackageLock(text)).toEqual({
      wanted: ['curl', 'r-base-core'],
      asOf: '2026-11-30',
      packages: [llvm, r],
    });
  });

  it('is refused with a line that is not a package', () => {
    expect(() =>
      parsePackageLock(`# wanted: curl\n# as of: 2026-11-30\ncurl 8.14 amd64 ${sha256.slice(1)}\n`),
    ).toThrow(/not a package: curl 8\.14/);
    expect(() => parsePackageLock(`curl 8.14 amd64 ${sha256}\n`)).toThrow(/does not begin/);
  });
});

it('an update is described by the changed, added and removed packages', () => {
  const before = [r, llvm, { ...r, name: 'old' }];
  const after = [{ ...r, version: '4.5.1-1' }, llvm, { ...r, name: 'new' }];
  expect(describeUpdate(before, after)).toBe('1 updated, 1 added, 1 removed');
  expect(describeUpdate(before, before)).toBe('0 updated, 0 added, 0 removed');
});
