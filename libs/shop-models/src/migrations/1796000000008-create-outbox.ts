import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Events that the shop tells itself, until ingest has them:
 * docs/adr/0070-the-shop-tells-its-orders.md.
 */
export class CreateOutbox1796000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox_events (
        event_id uuid PRIMARY KEY,
        event jsonb NOT NULL,
        user_agent text,
        written_at timestamptz NOT NULL DEFAULT now(),
        next_at timestamptz NOT NULL DEFAULT now(),
        attempts integer NOT NULL DEFAULT 0,
        refused text
      );
      CREATE INDEX outbox_events_next ON outbox_events (next_at) WHERE refused IS NULL;
      GRANT SELECT, INSERT, UPDATE, DELETE ON outbox_events TO shop_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outbox_events');
  }
}
