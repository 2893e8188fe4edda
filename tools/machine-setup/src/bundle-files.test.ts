import { readFileSync } from 'node:fs';
import { parsePackageLock } from './bundle/locked-packages';
import { lockFileOf, type Architecture } from './bundle-files';

const locked = (architecture: Architecture) =>
  parsePackageLock(readFileSync(lockFileOf(architecture), 'utf8'));

it('deploys the same packages of the same versions that the host test installs on another processor', () => {
  const [arm64, amd64] = [locked('arm64'), locked('amd64')];
  expect(arm64.wanted).toEqual(amd64.wanted);
  const builds = ({ packages }: typeof arm64) =>
    // A package that was only built again for one processor has the suffix +b and a number.
    packages.map(({ name, version }) => `${name} ${version.replace(/\+b\d+$/, '')}`).sort();
  expect(builds(arm64)).toEqual(builds(amd64));
  expect(new Set(arm64.packages.map(({ architecture }) => architecture))).toEqual(new Set(['arm64', 'all']));
});
