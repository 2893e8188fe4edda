import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Carts and orders are opened by secret keys, and events name carts by an id that opens nothing.
 *
 * Ids of carts that stand are in events already. They stay their names there and open nothing any more, so what guests had entered
 * at their checkout is forgotten. Customers get their cart at their next sign-in.
 */
export class CartKeys1795910400000 implements MigrationInterface {
  readonly name = 'CartKeys1795910400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE cart_keys (
        hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
        cart_id uuid NOT NULL REFERENCES carts ON DELETE CASCADE
      );
      CREATE INDEX keys_by_cart ON cart_keys (cart_id);
      GRANT SELECT, INSERT ON cart_keys TO shop_app;

      ALTER TABLE carts ADD COLUMN analytics_id uuid NOT NULL DEFAULT gen_random_uuid();
      UPDATE carts SET analytics_id = id;
      UPDATE carts SET checkout = '{}' WHERE ordered_at IS NULL AND customer_id IS NULL;

      ALTER TABLE orders ADD COLUMN key_hash bytea CHECK (octet_length(key_hash) = 32);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE orders DROP COLUMN key_hash;
      ALTER TABLE carts DROP COLUMN analytics_id;
      DROP TABLE cart_keys;
    `);
  }
}
