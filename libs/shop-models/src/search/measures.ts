/** The form in which measures are compared, and how people write each unit after a number. */
const UNITS: Readonly<Record<string, string>> = {
  inch: `inch inches in ″ ” “ " ′′ ''`,
  gbps: 'gb/s gbps gbit/s',
  mbps: 'mb/s mbps',
  gb: 'gb gigabyte gigabytes gig gigs',
  tb: 'tb terabyte terabytes',
  hz: 'hz hertz',
  khz: 'khz',
  ghz: 'ghz',
  kg: 'kg kilo kilos kilogram kilograms',
  g: 'g gram grams',
  mm: 'mm',
  cm: 'cm',
  wh: 'wh',
  w: 'w watt watts',
  mah: 'mah',
  ms: 'ms',
  k: 'k',
  dpi: 'dpi',
  hour: 'hour hours hr hrs h',
  month: 'month months',
  core: 'core cores',
  port: 'port ports',
  nit: 'nit nits',
  litre: 'litre litres liter liters',
};

const BY_FORM = new Map(
  Object.entries(UNITS).flatMap(([unit, forms]) => forms.split(' ').map((form) => [form, unit] as const)),
);
const LONGEST_FIRST = [...BY_FORM.keys()].sort((a, b) => b.length - a.length).join('|');

/** A number and its unit. After a sign anything may follow; a word must end there. */
const MEASURE = new RegExp(`(\\d)[\\s-]*(${LONGEST_FIRST})(?:(?<![a-z])|(?![\\p{L}\\p{N}]))`, 'gu');

/**
 * Text whose measures are one word each, however they were written: `32 GB` → `32gb`, `27″` and
 * `27-inch` → `27inch`, `2,000` → `2000`, `3840 × 2160` → `3840x2160`.
 *
 * @param text in lower case, without accents
 */
export function withMeasures(text: string): string {
  if (!/\d/.test(text)) return text;
  return text
    .replace(/(\d)[.,](?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d),(?=\d)/g, '$1.')
    .replace(/(\d{3,})\s*[x×*]\s*(?=\d{3,})/g, '$1x')
    .replace(/(\d)[\s-]*in[\s-]*(?=\d)/g, '$1in')
    .replace(MEASURE, (_, digit: string, form: string) => `${digit}${BY_FORM.get(form)} `);
}
