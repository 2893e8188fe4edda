import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Costs of advertising, from the exports of the platforms: npm run import-costs. */
export class CreateAdCosts1796000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ad_costs (
        day date NOT NULL,
        source text NOT NULL,
        medium text NOT NULL,
        campaign text NOT NULL,
        channel text NOT NULL,
        currency text NOT NULL,
        cost numeric NOT NULL,
        clicks bigint,
        impressions bigint,
        imported_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ad_costs_pkey PRIMARY KEY (day, source, medium, campaign, currency),
        CONSTRAINT ad_costs_not_negative CHECK (((cost >= (0)::numeric) AND (clicks >= 0) AND (impressions >= 0)))
      );
      COMMENT ON TABLE ad_costs IS
        'Costs of advertising by day and campaign. day: of the ad account''s own time zone. source, medium, campaign: as the '
        'links of the campaign say in utm_source, utm_medium and utm_campaign.';
      GRANT SELECT, INSERT, DELETE ON ad_costs TO etl_writer;

      CREATE VIEW dash.campaign_costs AS
        SELECT day, source, medium, campaign, channel, currency, cost, clicks, impressions FROM public.ad_costs;
      COMMENT ON VIEW dash.campaign_costs IS
        'Costs of advertising by day and campaign, with the channel that its visits have. Currencies are never added up.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW dash.campaign_costs;
      DROP TABLE ad_costs;
    `);
  }
}
