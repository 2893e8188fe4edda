import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FUNNEL_EXITS } from './funnel-exits';

/** Where those went who left a funnel. */
export class CreateFunnelExits1796000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNNEL_EXITS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION dash.funnel_exits, dash.funnel_exits_sql');
  }
}
