import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which definitions the facts were computed: the ETL computes them anew when it has others. */
export class RememberFactsVersion1763900000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE facts_state (
        one boolean NOT NULL DEFAULT true,
        version integer NOT NULL,
        CONSTRAINT facts_state_pkey PRIMARY KEY (one),
        CONSTRAINT facts_state_one CHECK (one)
      );
      COMMENT ON TABLE facts_state IS 'One row: the version of the definitions by which all facts are computed.';
      INSERT INTO facts_state (version) SELECT CASE WHEN EXISTS (SELECT FROM clickstream_events) THEN 1 ELSE 2 END;
      GRANT SELECT, UPDATE ON facts_state TO etl_writer;
      GRANT SELECT ON facts_state TO shiny_ro;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE facts_state');
  }
}
