import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { migrate } from './migrate';

/** A migration of one statement, which is never reverted. */
abstract class OneStatement implements MigrationInterface {
  abstract readonly sql: string;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(this.sql);
  }

  async down(): Promise<void> {
    throw new Error(`Cannot revert: ${this.sql}`);
  }
}

class CreateNotes1700000000001 extends OneStatement {
  readonly sql = 'CREATE TABLE notes (id integer)';
}
class AddText1700000000002 extends OneStatement {
  readonly sql = 'ALTER TABLE notes ADD COLUMN text text';
}
class CreateNotesWithText1800000000001 extends OneStatement {
  readonly sql = 'CREATE TABLE notes (id integer, text text)';
}
class GrantNotes1800000000002 extends OneStatement {
  readonly sql = 'GRANT SELECT ON notes TO PUBLIC';
}
class AddAuthor1800000000003 extends OneStatement {
  readonly sql = 'ALTER TABLE notes ADD COLUMN author text';
}

const SQUASH = {
  replaces: 'AddText1700000000002',
  migrations: ['CreateNotesWithText1800000000001', 'GrantNotes1800000000002'],
  remedy: 'Make it again.',
};
const SQUASHED = [CreateNotesWithText1800000000001, GrantNotes1800000000002];
const SERVER = process.env['TEST_POSTGRES_URL'] ?? '';

/** A new database, with functions that migrate and query it. */
async function aDatabase() {
  const database = `migrations_${randomBytes(6).toString('hex')}`;
  const server = new pg.Client({ connectionString: SERVER });
  await server.connect();
  await server.query(`CREATE DATABASE ${database}`);
  await server.end();
  const url = new URL(SERVER);
  url.pathname = database;
  const source = (migrations: (new () => MigrationInterface)[]) =>
    new DataSource({
      type: 'postgres',
      driver: pg,
      url: url.href,
      migrations,
      migrationsTableName: 'log of notes',
    });
  return {
    database,
    before: async (...migrations: (new () => MigrationInterface)[]) => {
      const old = await source(migrations).initialize();
      await old.runMigrations();
      await old.destroy();
    },
    migrate: (...migrations: (new () => MigrationInterface)[]) => migrate(source(migrations), SQUASH),
    query: async (sql: string): Promise<unknown[]> => {
      const client = new pg.Client({ connectionString: url.href });
      await client.connect();
      const { rows } = await client.query({ text: sql, rowMode: 'array' });
      await client.end();
      return rows.flat();
    },
  };
}

const RECORDED = 'SELECT name FROM "log of notes" ORDER BY "timestamp"';

describe('migrate', () => {
  it('runs all migrations on an empty database, once', async () => {
    const { migrate: run } = await aDatabase();
    expect(await run(...SQUASHED)).toEqual(SQUASH.migrations);
    expect(await run(...SQUASHED)).toEqual([]);
  });

  it('adopts a database that has run the last replaced migration, with its rows', async () => {
    const { before, migrate: run, query } = await aDatabase();
    await before(CreateNotes1700000000001, AddText1700000000002);
    await query(`INSERT INTO notes VALUES (1, 'kept')`);
    expect(await run(...SQUASHED)).toEqual([]);
    expect(await query('SELECT text FROM notes')).toEqual(['kept']);
    expect(await query(RECORDED)).toEqual([
      'CreateNotes1700000000001',
      'AddText1700000000002',
      ...SQUASH.migrations,
    ]);
  });

  it('then runs the migrations that came after the squash', async () => {
    const { before, migrate: run } = await aDatabase();
    await before(CreateNotes1700000000001, AddText1700000000002);
    expect(await run(...SQUASHED, AddAuthor1800000000003)).toEqual(['AddAuthor1800000000003']);
  });

  it('adopts it once, however many processes start at the same moment', async () => {
    const { before, migrate: run, query } = await aDatabase();
    await before(CreateNotes1700000000001, AddText1700000000002);
    await Promise.all([run(...SQUASHED), run(...SQUASHED), run(...SQUASHED)]);
    expect(await query(RECORDED)).toHaveLength(4);
  });

  it('continues where a first migration was interrupted', async () => {
    const { before, migrate: run } = await aDatabase();
    await before(CreateNotesWithText1800000000001);
    expect(await run(...SQUASHED)).toEqual(['GrantNotes1800000000002']);
  });

  it('changes nothing in an older database, and throws one line with the next step', async () => {
    const { before, database, migrate: run, query } = await aDatabase();
    await before(CreateNotes1700000000001);
    await expect(run(...SQUASHED)).rejects.toThrow(
      `${database} ends at migration CreateNotes1700000000001; this version migrates databases from ` +
        'AddText1700000000002 on. Make it again.',
    );
    expect(await query(RECORDED)).toEqual(['CreateNotes1700000000001']);
  });
});
