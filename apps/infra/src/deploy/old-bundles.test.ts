import { oldBundles } from './old-bundles';

const NOW = new Date('2026-11-30T00:00:00Z');
const daysAgo = (days: number) => ({
  key: `bundles/os-bundle-${days}.tar`,
  storedAt: new Date(NOW.getTime() - days * 86_400_000),
});

it('keeps five bundles, those of the last 90 days, and the one that is deployed', () => {
  const stored = [200, 10, 80, 100, 110, 120, 130].map(daysAgo);
  expect(oldBundles(stored, 'bundles/os-bundle-10.tar', NOW)).toEqual([
    'bundles/os-bundle-130.tar',
    'bundles/os-bundle-200.tar',
  ]);
  expect(oldBundles(stored, 'bundles/os-bundle-200.tar', NOW)).toEqual(['bundles/os-bundle-130.tar']);
  const weekly = Array.from({ length: 12 }, (_, week) => daysAgo(7 * week));
  expect(oldBundles(weekly, 'bundles/os-bundle-0.tar', NOW)).toEqual([]);
});
