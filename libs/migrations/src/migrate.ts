import type { DataSource } from 'typeorm';
import { adoptSquashed } from './adopt-squashed';
import type { Squash } from './squash';

export type { Squash } from './squash';

/**
 * Brings a database to the newest schema, with one transaction per migration.
 *
 * @param dataSource not yet initialised; it is destroyed again
 * @returns names of the migrations that ran, empty when the schema was up to date
 * @throws Error with one line when the database is older than the squash
 */
export async function migrate(dataSource: DataSource, squash: Squash): Promise<string[]> {
  await dataSource.initialize();
  try {
    await adoptSquashed(dataSource, squash);
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    return ran.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}
