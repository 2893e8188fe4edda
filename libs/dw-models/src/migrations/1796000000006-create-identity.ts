import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links between browsers and users, with the functions that undo and restore a link. */
export class CreateIdentity1796000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity_links (
        client_id text NOT NULL,
        user_id text NOT NULL,
        first_at timestamptz NOT NULL,
        last_at timestamptz NOT NULL,
        events integer NOT NULL,
        CONSTRAINT identity_links_pkey PRIMARY KEY (client_id, user_id)
      );

      CREATE TABLE identity_audit (
        client_id text NOT NULL,
        user_id text NOT NULL,
        nth integer NOT NULL,
        action text NOT NULL,
        event_id uuid,
        reason text,
        done_by text NOT NULL DEFAULT current_user,
        done_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT identity_audit_pkey PRIMARY KEY (client_id, user_id, nth),
        CONSTRAINT identity_audit_action CHECK (action IN ('made', 'undone', 'restored'))
      );
    `);
    await runner.query(`
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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION restore_identity_link, undo_identity_link, change_identity_link;
      DROP TABLE identity_audit, identity_links;
    `);
  }
}
