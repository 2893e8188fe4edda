import { CATEGORIES, type Judgement } from './judge';

/** All runs of a page. */
export interface JudgedPage {
  readonly name: string;
  /** Bytes of the page without what it loads, compressed. */
  readonly html: number;
  readonly runs: readonly Judgement[];
}

const HEADER = [
  ...['page', 'performance', 'accessibility', 'best practices', 'SEO'],
  ...['largest paint s', 'blocked ms', 'HTML kB', 'all kB'],
];

/** A line for each page: of its runs the median, and of scores the lowest of them in brackets. */
export function judgedTable(pages: readonly JudgedPage[]): string[][] {
  return [
    HEADER,
    ...pages.map(({ name, html, runs }) => {
      const of = (value: (run: Judgement) => number) => median(runs.map(value));
      return [
        name,
        ...CATEGORIES.map((category) => {
          const scores = runs.map((run) => run.scores[category]);
          const [middle, lowest] = [median(scores), Math.min(...scores)];
          return middle === lowest ? String(middle) : `${middle} (${lowest})`;
        }),
        (of((run) => run.largestPaint) / 1000).toFixed(1),
        of((run) => run.blocked).toFixed(0),
        (html / 1000).toFixed(1),
        (of((run) => run.bytes) / 1000).toFixed(0),
      ];
    }),
  ];
}

/** For each page a sentence with the kB of each kind, the largest first. */
export function kindsOf(pages: readonly JudgedPage[]): string[] {
  return pages.map(({ name, runs }) => {
    const { bytesByKind = {} } = runs[0] ?? {};
    const kinds = Object.entries(bytesByKind)
      .filter(([, bytes]) => bytes > 0)
      .sort(([, one], [, other]) => other - one);
    return `${name}: ${kinds.map(([kind, bytes]) => `${kind} ${(bytes / 1000).toFixed(0)}`).join(', ')} kB.`;
  });
}

/** The faults of all pages, each once, with the pages that have it. */
export function faultsOf(pages: readonly JudgedPage[]): string[] {
  const pagesOf = new Map<string, Set<string>>();
  for (const { name, runs } of pages)
    for (const fault of runs.flatMap((run) => run.faults))
      pagesOf.set(fault, (pagesOf.get(fault) ?? new Set()).add(name));
  return [...pagesOf].map(([fault, names]) => `${fault} (${[...names].join(', ')})`);
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
