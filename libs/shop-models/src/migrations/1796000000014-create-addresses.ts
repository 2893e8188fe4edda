import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses that customers keep for their next order. */
export class CreateAddresses1796000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE addresses (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        customer_id text NOT NULL REFERENCES customers,
        name text NOT NULL,
        phone text NOT NULL,
        address text NOT NULL,
        ward text NOT NULL,
        province text NOT NULL,
        kept_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (customer_id, name, phone, address, ward, province)
      );
      GRANT SELECT, INSERT, DELETE ON addresses TO shop_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE addresses');
  }
}
