import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FUNNEL_CHAINS } from './funnel-chains';
import { FUNNEL_EVENTS } from './funnel-events';
import { FUNNEL_UNITS } from './funnel-units';

/** Funnels of any steps, unit by unit: dash.funnel_units writes one query and runs it. */
export class CreateFunnelUnits1796000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [FUNNEL_EVENTS, FUNNEL_CHAINS, FUNNEL_UNITS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION dash.funnel_units, dash.funnel_units_sql, dash.funnel_any_sql, dash.funnel_ordered_sql, dash.funnel_open_sql, dash.funnel_begin_sql,
        dash.funnel_chain_sql, dash.funnel_before_sql, dash.funnel_breaks_sql, dash.funnel_frame_sql, dash.funnel_time,
        dash.funnel_events_sql, dash.funnel_names_sql, dash.funnel_unit_sql, dash.funnel_column, dash.funnel_step_sql,
        dash.funnel_condition_sql;
    `);
  }
}
