import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Undoing a link between browser and user, and asking who was behind a browser at a time. */
export class CreateIdentityFunctions1763900000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW dash.identity_links AS
        SELECT client_id, user_id, first_at, last_at, events
        FROM public.identity_links l
        WHERE 'undone' IS DISTINCT FROM (
          SELECT action FROM public.identity_audit a
          WHERE a.client_id = l.client_id AND a.user_id = l.user_id ORDER BY nth DESC LIMIT 1);
      COMMENT ON VIEW dash.identity_links IS
        'The links in force: the user was signed in on that browser from first_at to last_at, and perhaps out in between.';

      CREATE FUNCTION dash.user_behind(client text, at timestamptz) RETURNS text
      LANGUAGE sql STABLE AS $$
        SELECT CASE
          WHEN count(*) FILTER (WHERE first_at <= at AND last_at >= at) = 1
            THEN min(user_id) FILTER (WHERE first_at <= at AND last_at >= at)
          WHEN count(*) FILTER (WHERE first_at <= at) = 0 AND count(*) FILTER (WHERE is_next) = 1
            THEN min(user_id) FILTER (WHERE is_next)
        END
        FROM (
          SELECT user_id, first_at, last_at, first_at = min(first_at) OVER () AS is_next
          FROM dash.identity_links WHERE client_id = client
        ) link
      $$;
      COMMENT ON FUNCTION dash.user_behind IS
        'Who an anonymous act on this browser belongs to: the one user who was signed in both before and after it; or, '
        'before anybody had signed in there, the first who did. NULL when it could be two people, or nobody knows.';

      CREATE FUNCTION change_identity_link(client text, usr text, change text, why text) RETURNS boolean
      LANGUAGE plpgsql AS $$
      DECLARE
        latest identity_audit;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('change_identity_link'));
        SELECT * INTO latest FROM identity_audit a
          WHERE a.client_id = client AND a.user_id = usr ORDER BY nth DESC LIMIT 1;
        IF latest IS NULL OR (latest.action = 'undone') = (change = 'undone') THEN
          RETURN false;
        END IF;
        INSERT INTO identity_audit (client_id, user_id, nth, action, reason)
          VALUES (client, usr, latest.nth + 1, change, why);
        RETURN true;
      END $$;

      CREATE FUNCTION undo_identity_link(client text, usr text, why text) RETURNS boolean
      LANGUAGE sql AS $$ SELECT change_identity_link(client, usr, 'undone', why) $$;
      COMMENT ON FUNCTION undo_identity_link IS
        'Takes a link between a browser and a user out of force, for good: neither a later load nor a rebuild brings it '
        'back. False when there is no such link, or it is undone already.';

      CREATE FUNCTION restore_identity_link(client text, usr text, why text) RETURNS boolean
      LANGUAGE sql AS $$ SELECT change_identity_link(client, usr, 'restored', why) $$;
      COMMENT ON FUNCTION restore_identity_link IS 'Puts a link that was undone into force again.';

      REVOKE ALL ON FUNCTION change_identity_link, undo_identity_link, restore_identity_link FROM PUBLIC;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION restore_identity_link, undo_identity_link, change_identity_link;
      DROP FUNCTION dash.user_behind;
      DROP VIEW dash.identity_links;
    `);
  }
}
