import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reviews by customers who have received the product, one for each product and customer. The desk
 * hides one with a reason, which stays written down.
 */
export class CreateReviews1796000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reviews (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        product_id text NOT NULL REFERENCES products,
        customer_id text REFERENCES customers,
        stars integer NOT NULL CHECK (stars BETWEEN 1 AND 5),
        title text NOT NULL CHECK (length(title) <= 80),
        body text NOT NULL CHECK (length(body) <= 2000),
        shown_name text NOT NULL CHECK (length(shown_name) <= 40),
        written_at timestamptz NOT NULL DEFAULT now(),
        edited_at timestamptz,
        is_hidden boolean NOT NULL DEFAULT false,
        UNIQUE (product_id, customer_id)
      );
      CREATE INDEX reviews_by_time ON reviews (written_at, id);

      CREATE TABLE review_changes (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        review_id uuid NOT NULL REFERENCES reviews,
        changed_at timestamptz NOT NULL DEFAULT now(),
        actor text NOT NULL,
        what text NOT NULL CHECK (what IN ('hidden', 'shown')),
        reason text NOT NULL
      );
      CREATE INDEX review_changes_of_review ON review_changes (review_id, id);

      GRANT SELECT, INSERT ON reviews, review_changes TO shop_app;
      GRANT UPDATE (stars, title, body, shown_name, edited_at, is_hidden) ON reviews TO shop_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE review_changes, reviews');
  }
}
