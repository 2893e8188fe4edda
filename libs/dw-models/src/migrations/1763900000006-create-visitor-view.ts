import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Different visitors do not add up over hours, so the dashboards count them over the browsers of sessions. */
export class CreateVisitorView1763900000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW dash.session_visitors AS
        SELECT started_hour AS hour, login_state, is_bot, client_id
        FROM public.sessions;
      COMMENT ON VIEW dash.session_visitors IS
        'One row a session: the browser it came from, with the hour in which it began and the strongest login state '
        'that it reached. Visitors are the different client ids of the chosen rows.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW dash.session_visitors');
  }
}
