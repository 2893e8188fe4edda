import { migrate, type Squash } from '@clickstream/migrations';
import { createWarehouseDataSource } from './data-source';

const SQUASH: Squash = {
  replaces: 'NoteCorrectedClocks1763900000048',
  migrations: [
    'CreateEvents1796000000001',
    'CreateLoadRecords1796000000002',
    'CreateLedger1796000000003',
    'CreateFacts1796000000004',
    'CreateCommerceFacts1796000000005',
    'CreateIdentity1796000000006',
    'CreateDash1796000000007',
    'CreateCommerceViews1796000000008',
    'CreateTrafficViews1796000000009',
    'CreateLedgerViews1796000000010',
    'GrantRoles1796000000011',
  ],
  remedy:
    'Rebuild it from S3: drop the database (of npm start: rm -r .local/clickstream_dw), start again, and the ETL loads ' +
    'every event of the bucket.',
};

/**
 * Brings the warehouse to the newest schema, with one transaction per migration.
 *
 * @param dwAdminUrl postgres:// address with the role `dw_admin`, which then owns the tables
 * @returns names of the migrations that ran, empty when it was up to date
 * @throws Error with one line when the warehouse is too old to be migrated
 */
export async function migrateWarehouse(dwAdminUrl: string): Promise<string[]> {
  return migrate(createWarehouseDataSource(dwAdminUrl), SQUASH);
}
