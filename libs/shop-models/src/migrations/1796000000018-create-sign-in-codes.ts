import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes that customers sign in by, and their sessions: docs/adr/0086-sign-in-by-code.md. */
export class CreateSignInCodes1796000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE customers ADD COLUMN confirmed_email text UNIQUE;
      ALTER TABLE mails ALTER COLUMN order_id DROP NOT NULL;

      CREATE TABLE sign_in_codes (
        email text PRIMARY KEY,
        code_hash bytea CHECK (octet_length(code_hash) = 32),
        expires_at timestamptz NOT NULL,
        tries integer NOT NULL DEFAULT 0,
        asked_at timestamptz[] NOT NULL
      );
      CREATE INDEX sign_in_codes_by_end ON sign_in_codes (expires_at);
      CREATE TABLE sign_in_sessions (
        token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
        customer_id text NOT NULL REFERENCES customers ON DELETE CASCADE,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_sessions_by_customer ON sign_in_sessions (customer_id);
      CREATE INDEX sign_in_sessions_by_end ON sign_in_sessions (expires_at);
      CREATE TABLE sign_in_keys (
        id text PRIMARY KEY,
        private_key jsonb NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now()
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_codes, sign_in_sessions TO shop_app;
      GRANT SELECT, INSERT, DELETE ON sign_in_keys TO shop_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE sign_in_codes, sign_in_sessions, sign_in_keys;
      DELETE FROM mails WHERE order_id IS NULL;
      ALTER TABLE mails ALTER COLUMN order_id SET NOT NULL;
      ALTER TABLE customers DROP COLUMN confirmed_email;
    `);
  }
}
