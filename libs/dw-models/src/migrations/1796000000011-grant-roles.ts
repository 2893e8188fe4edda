import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rights of each role: dw_admin owns everything, the others get only what their work needs. */
export class GrantRoles1796000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE ALL ON SCHEMA public FROM PUBLIC;
      REVOKE ALL ON FUNCTION ensure_event_partitions, replace_later_copies,
        change_identity_link, undo_identity_link, restore_identity_link FROM PUBLIC;

      GRANT USAGE ON SCHEMA public TO etl_writer;
      GRANT SELECT, INSERT ON clickstream_events, etl_quarantine, identity_audit TO etl_writer;
      GRANT UPDATE (reason, detail, resolved_at) ON etl_quarantine TO etl_writer;
      GRANT SELECT, INSERT, UPDATE ON etl_objects, etl_runs, ledger_hourly TO etl_writer;
      GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, activity_hourly, products_hourly, products, sender_faults,
        carts, cart_shoppers, orders, refunds, identity_links TO etl_writer;
      GRANT SELECT, UPDATE ON facts_state TO etl_writer;
      GRANT SELECT ON retention_runs TO etl_writer;
      GRANT USAGE ON SEQUENCE etl_object_ids TO etl_writer;
      GRANT EXECUTE ON FUNCTION ensure_event_partitions, replace_later_copies TO etl_writer;

      GRANT USAGE ON SCHEMA public, dash TO shiny_ro;
      GRANT SELECT ON ALL TABLES IN SCHEMA public, dash TO shiny_ro;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO shiny_ro;
      ALTER DEFAULT PRIVILEGES IN SCHEMA dash GRANT SELECT ON TABLES TO shiny_ro;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER DEFAULT PRIVILEGES IN SCHEMA dash REVOKE SELECT ON TABLES FROM shiny_ro;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE SELECT ON TABLES FROM shiny_ro;
      REVOKE ALL ON ALL TABLES IN SCHEMA public, dash FROM etl_writer, shiny_ro;
      REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM etl_writer;
      REVOKE ALL ON FUNCTION ensure_event_partitions, replace_later_copies FROM etl_writer;
      REVOKE ALL ON SCHEMA public, dash FROM etl_writer, shiny_ro;
      GRANT USAGE ON SCHEMA public TO PUBLIC;
    `);
  }
}
