import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What had to be put right in the events of each sender, by the hour of receipt. */
export class CreateSenderFaults1763900000044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sender_faults (
        hour timestamptz NOT NULL,
        sender text NOT NULL,
        fault text NOT NULL,
        events integer NOT NULL,
        CONSTRAINT sender_faults_pkey PRIMARY KEY (hour, sender, fault)
      );
      COMMENT ON TABLE sender_faults IS
        'Events of an hour of receipt that were put right, by sender and fault. An event with two faults is in two rows.';
      GRANT SELECT, INSERT, UPDATE, DELETE ON sender_faults TO etl_writer;
      GRANT SELECT ON sender_faults TO shiny_ro;

      CREATE VIEW dash.sender_faults AS
        SELECT hour, sender, fault, events::bigint AS events FROM public.sender_faults;
      COMMENT ON VIEW dash.sender_faults IS
        'Events by the hour in which they were received, their sender, and what had to be put right in them or left out, '
        'as field: fault. An event with two faults is in two rows.';

      -- The facts of no events are those of any definition.
      UPDATE facts_state SET version = 3 WHERE version = 2 AND NOT EXISTS (SELECT FROM clickstream_events);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE facts_state SET version = least(version, 2);
      DROP VIEW dash.sender_faults;
      DROP TABLE sender_faults;
    `);
  }
}
