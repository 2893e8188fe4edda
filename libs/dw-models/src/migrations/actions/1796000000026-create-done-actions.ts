import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The record of actions that were done. The role that writes it can add entries and nothing else,
 * so that no promise is rewritten after it was measured.
 */
export class CreateDoneActions1796000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE done_actions (
        entry_id bigint GENERATED ALWAYS AS IDENTITY,
        kind text NOT NULL,
        key text NOT NULL,
        seen bigint NOT NULL,
        done_on date,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        label text,
        topic text,
        group_name text,
        counted_from date,
        counted_to date,
        login_state text,
        traffic text,
        currency text,
        gain numeric,
        gain_lower numeric,
        gain_upper numeric,
        part numeric,
        whole numeric,
        other_part numeric,
        other_whole numeric,
        CONSTRAINT done_actions_pkey PRIMARY KEY (entry_id),
        CONSTRAINT done_actions_one_change UNIQUE (kind, key, seen),
        CONSTRAINT done_actions_not_ahead CHECK ((done_on <= (((recorded_at AT TIME ZONE 'UTC'::text))::date + 1))),
        CONSTRAINT done_actions_whole_promise CHECK ((num_nulls(label, topic, counted_from, counted_to, login_state,
          traffic, currency, gain, gain_lower, gain_upper, part, whole, other_part, other_whole) = ANY (ARRAY[0, 14])))
      );
      COMMENT ON TABLE done_actions IS
        'Entries on actions that were done, each after the entry seen (0: none). One with figures begins: they are the promise '
        'of that moment. Those after it change its day; done_on NULL withdraws it.';
      GRANT USAGE ON SCHEMA public TO shiny_done;
      GRANT SELECT, INSERT ON done_actions TO shiny_done;

      CREATE VIEW dash.done_actions AS
        SELECT promise.entry_id AS action_id, promise.kind, promise.key, promise.label, promise.topic, promise.group_name,
          newest.done_on, promise.done_on AS first_done_on, promise.recorded_at, newest.recorded_at AS changed_at,
          newest.entry_id AS newest_entry, promise.counted_from, promise.counted_to, promise.login_state, promise.traffic,
          promise.currency, promise.gain, promise.gain_lower, promise.gain_upper, promise.part, promise.whole,
          promise.other_part, promise.other_whole
        FROM (
          SELECT DISTINCT ON (began) began, entry_id, done_on, recorded_at
          FROM (
            SELECT entry_id, done_on, recorded_at,
              max(entry_id) FILTER (WHERE gain IS NOT NULL) OVER (PARTITION BY kind, key ORDER BY entry_id) AS began
            FROM public.done_actions
          ) AS entry
          WHERE began IS NOT NULL
          ORDER BY began, entry_id DESC
        ) AS newest
        JOIN public.done_actions promise ON promise.entry_id = newest.began;
      COMMENT ON VIEW dash.done_actions IS
        'Actions that were done, each with its promise and with the day of its newest entry; done_on is NULL once it is withdrawn.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW dash.done_actions;
      DROP TABLE done_actions;
      REVOKE USAGE ON SCHEMA public FROM shiny_done;
    `);
  }
}
