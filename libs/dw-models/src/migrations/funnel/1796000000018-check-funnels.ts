import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CHECKED_FUNNEL } from './checked-funnel';
import { FUNNEL_FIELDS } from './funnel-fields';
import { FUNNEL_STEPS } from './funnel-steps';

/** Functions that check the definition of a funnel and fill in what it leaves out. */
export class CheckFunnels1796000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [FUNNEL_FIELDS, FUNNEL_STEPS, CHECKED_FUNNEL]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION dash.checked_funnel, dash.check_funnel_range, dash.funnel_step, dash.check_funnel_condition, dash.funnel_filters,
        dash.funnel_texts, dash.funnel_flag, dash.funnel_choice, dash.funnel_seconds, dash.check_funnel_keys,
        dash.refuse_funnel;
    `);
  }
}
