import { readFileSync } from 'node:fs';
import { CsvParser } from '@clickstream/import/csv-parser';
import { readAmount } from './amount';
import { COST_FORMS, type CostForm } from './cost-forms';
import type { CostRow } from './cost-row';
import type { CostsOptions } from './costs-options';

/** A line that may contain headings: it has four fields or more. Title lines have fewer. */
const FOUR_FIELDS = /^[^\n]*[,;\t][^\n]*[,;\t][^\n]*[,;\t]/m;

interface Headings {
  readonly form: CostForm;
  readonly columns: readonly string[];
  /** Named by the heading of the costs. */
  readonly currency: string | undefined;
}

/**
 * Reads an export of advertising costs.
 *
 * @throws Error that names the file, and the first line that cannot be read
 */
export function readCosts(file: string, options: CostsOptions): CostRow[] {
  const text = textOf(file);
  const titles = Math.max(text.search(FOUR_FIELDS), 0);
  const parser = new CsvParser();
  const [first = [], ...records] = [...parser.push(text.slice(titles)), ...parser.end()];
  const headings = headingsOf(first);
  if (headings === undefined) {
    throw new Error(
      `${file} is not an export of Google Ads or Meta Ads by day and campaign, and has no columns ` +
        `day, source, medium, campaign, currency and cost. Its headings are: ${first.join(', ') || 'none'}.`,
    );
  }
  const headingsLine = text.slice(0, titles).split('\n').length;
  return records.flatMap((record, index) => {
    if (isTotal(record, headings)) return [];
    try {
      return [rowOf(record, headings, options)];
    } catch (error) {
      const line = headingsLine + index + 1;
      throw new Error(`${file}, line ${line}: ${(error as Error).message} Nothing of the file was imported.`);
    }
  });
}

/** The text of a file: UTF-8, or UTF-16 as Google Ads writes it for Excel. */
function textOf(file: string): string {
  const bytes = bytesOf(file);
  return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8');
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`${file} cannot be read (${code}): check its path.`, { cause: error });
  }
}

function headingsOf(record: readonly string[]): Headings | undefined {
  const columns = record.map((heading) =>
    heading
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase(),
  );
  const form = COST_FORMS.find(
    (known) =>
      requiredOf(known).every((heading) => columns.includes(heading)) &&
      columns.some((heading) => known.cost.test(heading)),
  );
  if (form === undefined) return undefined;
  const currency = columns.map((heading) => form.cost.exec(heading)?.[1]).find(Boolean);
  return { form, columns, currency: currency?.toUpperCase() };
}

function requiredOf({ day, campaign, source, medium }: CostForm): string[] {
  return [day, campaign, ...[source, medium].flatMap((text) => ('column' in text ? [text.column] : []))];
}

/** True for a line of totals: it says total and has no day. A campaign may be called Total, too. */
function isTotal(record: readonly string[], { form, columns }: Headings): boolean {
  if (record.every((field) => field.trim() === '')) return true;
  const day = record[columns.indexOf(form.day)]?.trim() ?? '';
  return /^(grand )?totals?\b/i.test(record[0]?.trim() ?? '') && !/\d{4}/.test(day);
}

function rowOf(record: readonly string[], headings: Headings, options: CostsOptions): CostRow {
  const { form, columns } = headings;
  const field = (column: string | undefined): string =>
    column === undefined ? '' : (record[columns.indexOf(column)] ?? '').trim();
  const textOfForm = (text: CostForm['source'], chosen: string | undefined): string =>
    'column' in text ? field(text.column).toLowerCase() : (chosen ?? text.always);
  const day = dayOf(field(form.day));
  if (form.lastDay !== undefined && field(form.lastDay) !== '' && dayOf(field(form.lastDay)) !== day) {
    throw new Error(
      `the line covers ${field(form.day)} to ${field(form.lastDay)}, not one day: export it with the breakdown by day.`,
    );
  }
  const costColumn = columns.find((heading) => form.cost.test(heading));
  const cost = readAmount(field(costColumn));
  if (cost === undefined) throw new Error(`the cost "${field(costColumn)}" is not an amount.`);
  return {
    day,
    source: required('source', textOfForm(form.source, options.source)),
    medium: required('medium', textOfForm(form.medium, options.medium)),
    campaign: field(form.campaign),
    currency: currencyOf(field(form.currency) || headings.currency || options.currency),
    cost,
    clicks: countOf('clicks', field(form.clicks.find((column) => columns.includes(column)))),
    impressions: countOf('impressions', field(form.impressions.find((column) => columns.includes(column)))),
  };
}

function required(name: string, text: string): string {
  if (text === '') throw new Error(`the ${name} is empty.`);
  return text;
}

/** A day as `2026-11-01`; exports in English may write `Nov 1, 2026`. */
function dayOf(text: string): string {
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
  const time = Date.parse(iso ?? (/^[A-Z][a-z]+ \d{1,2}, \d{4}$/.test(text) ? `${text} UTC` : ''));
  const day = Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
  if (day === undefined || (iso !== undefined && day !== iso)) {
    throw new Error(`"${text}" is not a day such as 2026-11-01.`);
  }
  return day;
}

function currencyOf(text: string | undefined): string {
  if (!text) throw new Error('the file names no currency: add --currency, such as --currency VND.');
  if (!/^[A-Z]{3}$/.test(text)) throw new Error(`the currency "${text}" is not a code such as VND.`);
  return text;
}

/** A whole number; null if the export has none. */
function countOf(name: string, text: string): string | null {
  if (text === '' || text === '--') return null;
  const count = readAmount(text);
  if (count === undefined || count.includes('.')) throw new Error(`"${text}" is not a number of ${name}.`);
  return count;
}
