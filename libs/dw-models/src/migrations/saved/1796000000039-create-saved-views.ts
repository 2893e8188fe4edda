import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Views of the dashboard by name. The role that writes them sees no other table, and cannot change
 * where a view leads: a name that somebody knows keeps its meaning.
 */
export class CreateSavedViews1796000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_views (
        view_id bigint GENERATED ALWAYS AS IDENTITY,
        name text NOT NULL,
        address text NOT NULL,
        saved_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT saved_views_pkey PRIMARY KEY (view_id),
        CONSTRAINT saved_views_address CHECK (((address ~~ '?tab=%'::text) AND (length(address) <= 4096))),
        CONSTRAINT saved_views_name CHECK (((length(name) >= 1) AND (length(name) <= 80) AND (name = btrim(name))
          AND (name !~ '[[:cntrl:]]'::text)))
      );
      CREATE UNIQUE INDEX saved_views_one_name ON saved_views (lower(name));
      COMMENT ON TABLE saved_views IS
        'Views of the dashboard by name: the address has tab, filters and choices. Written by its readers, not by the load.';
      GRANT USAGE ON SCHEMA public TO shiny_saved;
      GRANT SELECT, INSERT, DELETE, UPDATE (name) ON saved_views TO shiny_saved;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE saved_views;
      REVOKE USAGE ON SCHEMA public FROM shiny_saved;
    `);
  }
}
