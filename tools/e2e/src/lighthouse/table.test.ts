import type { Judgement } from './judge';
import { faultsOf, judgedTable, kindsOf } from './table';

const aRun = (performance: number, faults: string[] = []): Judgement => ({
  scores: { performance, accessibility: 100, 'best-practices': 100, seo: 100 },
  bytes: 1_000 * performance,
  bytesByKind: { font: 24_200, image: 28_700, script: 0 },
  largestPaint: 1_230,
  blocked: 40,
  faults,
});

it('shows the median of the runs, and the lowest score where they differ', () => {
  const home = { name: 'home', html: 22_400, runs: [aRun(97), aRun(91), aRun(95)] };
  expect(judgedTable([home])[1]).toEqual([
    ...['home', '95 (91)', '100', '100', '100'],
    ...['1.2', '40', '22.4', '95'],
  ]);
});

it('says what the bytes of a page are', () => {
  expect(kindsOf([{ name: 'home', html: 0, runs: [aRun(90)] }])).toEqual(['home: image 29, font 24 kB.']);
});

it('names each fault once, with its pages', () => {
  const page = (name: string) => ({ name, html: 0, runs: [aRun(90, ['seo: a']), aRun(90, ['seo: a'])] });
  expect(faultsOf([page('home'), page('cart')])).toEqual(['seo: a (home, cart)']);
});
