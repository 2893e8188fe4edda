import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { chromiumPath } from '@clickstream/local-servers/chromium';

const run = promisify(execFile);

/** The last release that runs on Node 20: docs/adr/0078-lighthouse.md. */
const RELEASE = 'lighthouse@12.8.2';
const FOLDER = resolve(import.meta.dirname, '../../../../.local/lighthouse');
const PROGRAM = join(FOLDER, 'node_modules/lighthouse/cli/index.js');
/** A page takes a quarter of a minute on two idle cores. */
const LIMIT_MS = 300_000;

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

/** One run of Lighthouse on a page, as a phone. */
export interface Judgement {
  /** From 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Bytes over the network, with headers. */
  readonly bytes: number;
  /** The same by kind, such as `script`. */
  readonly bytesByKind: Readonly<Record<string, number>>;
  /** Milliseconds on a slow phone, as Lighthouse simulates it. */
  readonly largestPaint: number;
  readonly blocked: number;
  /** Titles of audits that cost points in another category than performance. */
  readonly faults: readonly string[];
}

interface Audit {
  readonly title: string;
  readonly score: number | null;
  readonly numericValue?: number;
  readonly details?: { readonly items?: readonly SentOfKind[] };
}

/** Line of Lighthouse's summary of resources. */
interface SentOfKind {
  readonly resourceType: string;
  readonly transferSize: number;
}

/** Lines of that summary that are no kinds. */
const SUMS = ['total', 'third-party'];

interface LighthouseResult {
  readonly categories: Readonly<
    Record<
      Category,
      {
        readonly score: number;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
  readonly audits: Readonly<Record<string, Audit>>;
}

/** Installs Lighthouse into .local/lighthouse, once. */
export async function installLighthouse(): Promise<void> {
  if (existsSync(PROGRAM)) return;
  const options = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', ['install', '--prefix', FOLDER, ...options, RELEASE]);
}

/**
 * Judges a page as Lighthouse does by default: as a slow phone that has never been there.
 *
 * @param profile folder of a browser whose cookies it has; default: an empty one
 */
export async function judge(url: string, profile?: string): Promise<Judgement> {
  const switches = ['--headless', '--no-sandbox', ...(profile ? [`--user-data-dir=${profile}`] : [])];
  const { stdout } = await run(
    process.execPath,
    [
      PROGRAM,
      url,
      '--quiet',
      '--output=json',
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${switches.join(' ')}`,
    ],
    {
      maxBuffer: 64 * 1024 * 1024,
      timeout: LIMIT_MS,
      env: { ...process.env, CHROME_PATH: chromiumPath(process.env) },
    },
  );
  return judgementOf(JSON.parse(stdout) as LighthouseResult);
}

function judgementOf({ categories, audits }: LighthouseResult): Judgement {
  const value = (name: string) => audits[name]?.numericValue ?? Number.NaN;
  const scores = Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round(categories[name].score * 100)]),
  ) as Record<Category, number>;
  const faults = CATEGORIES.slice(1).flatMap((name) =>
    categories[name].auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${name}: ${audits[id]?.title}`),
  );
  const sent = audits['resource-summary']?.details?.items ?? [];
  const kinds = sent.filter(({ resourceType }) => !SUMS.includes(resourceType));
  return {
    scores,
    bytes: value('total-byte-weight'),
    bytesByKind: Object.fromEntries(kinds.map((kind) => [kind.resourceType, kind.transferSize])),
    largestPaint: value('largest-contentful-paint'),
    blocked: value('total-blocking-time'),
    faults,
  };
}
