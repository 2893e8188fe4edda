import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FUNNEL_PRESETS } from './funnel-presets';
import { FUNNEL_TOTALS } from './funnel-totals';

/** Funnels of any steps, step by step, with definitions that count as other products do. */
export class CreateFunnels1796000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [FUNNEL_TOTALS, FUNNEL_PRESETS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW dash.funnel_presets;
      DROP FUNCTION dash.funnel, dash.funnel_sql, dash.funnel_orders_sql;
    `);
  }
}
