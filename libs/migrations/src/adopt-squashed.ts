import type { DataSource, EntityManager } from 'typeorm';
import type { Squash } from './squash';

/**
 * Records the migrations of a squash as run where the migrations that they replace have run. Does
 * nothing for an empty database, and for one that has run any of them.
 *
 * @throws Error when the database ends before the last replaced migration
 */
export async function adoptSquashed(dataSource: DataSource, squash: Squash): Promise<void> {
  const { migrationsTableName: table = 'migrations' } = dataSource.options;
  await dataSource.transaction(async (manager) => {
    const recorded = await recordedMigrations(manager, table);
    const last = recorded.at(-1);
    if (last === undefined || recorded.some((name) => squash.migrations.includes(name))) return;
    if (last !== squash.replaces) {
      throw new Error(
        `${dataSource.driver.database} ends at migration ${last}; this version migrates databases from ` +
          `${squash.replaces} on. ${squash.remedy}`,
      );
    }
    for (const name of squash.migrations) {
      await manager.query(`INSERT INTO "${table}" ("timestamp", name) VALUES ($1, $2)`, [
        timestampOf(name),
        name,
      ]);
    }
  });
}

/**
 * The names in the table of migrations, in the order of their timestamps. The table is locked until
 * the transaction ends.
 */
async function recordedMigrations(manager: EntityManager, table: string): Promise<string[]> {
  const [found] = await manager.query<{ oid: string | null }[]>(
    'SELECT to_regclass(quote_ident($1)) AS oid',
    [table],
  );
  if (!found?.oid) return [];
  await manager.query(`LOCK TABLE "${table}" IN EXCLUSIVE MODE`);
  const rows = await manager.query<{ name: string }[]>(`SELECT name FROM "${table}" ORDER BY "timestamp"`);
  return rows.map(({ name }) => name);
}

/** TypeORM puts the timestamp at the end of a migration's name. */
function timestampOf(name: string): string {
  const timestamp = /\d{13}$/.exec(name)?.[0];
  if (timestamp === undefined) throw new Error(`The migration ${name} does not end with a timestamp.`);
  return timestamp;
}
