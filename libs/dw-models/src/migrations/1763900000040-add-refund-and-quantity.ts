import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What tells two refunds of an order apart, and how many pieces of its product an event is about. */
export class AddRefundAndQuantity1763900000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Nullable and without a default: no row is rewritten, however many there are.
    await runner.query(`
      ALTER TABLE clickstream_events ADD COLUMN refund_id text, ADD COLUMN context_product_quantity integer;
      COMMENT ON COLUMN clickstream_events.refund_id IS
        'The shop''s id of the refund: a refund told again carries the same.';
      COMMENT ON COLUMN clickstream_events.context_product_quantity IS
        'Pieces of the product that the event is about; NULL where it says nothing of that.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE clickstream_events DROP COLUMN context_product_quantity, DROP COLUMN refund_id',
    );
  }
}
