import type { ClientBase } from 'pg';
import type { CostsOptions } from './costs-options';
import { readCosts } from './read-costs';
import { storeCosts } from './store-costs';

/**
 * Imports files of advertising costs. If one has a faulty line, nothing is imported.
 *
 * @param client with the role etl_writer
 * @returns a sentence about the result
 */
export async function importCosts(client: ClientBase, options: CostsOptions): Promise<string> {
  const rows = options.files.flatMap((file) => readCosts(file, options));
  const { stored, replaced } = await storeCosts(client, rows, options.isDryRun);
  const days = rows.map(({ day }) => day).sort();
  const range = days.length === 0 ? '' : `, ${days[0]} to ${days.at(-1)}`;
  return `${options.isDryRun ? 'Would import' : 'Imported'} costs of ${stored} campaign days${range}, in place of ${replaced}.`;
}
