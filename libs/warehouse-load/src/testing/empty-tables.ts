import type { TestWarehouse } from '@clickstream/dw-models/testing';
import { FACT_TABLES } from '../facts/rebuild-facts';

/** Empties the tables of a warehouse that a load writes. */
export async function emptyTables(warehouse: TestWarehouse): Promise<void> {
  await warehouse.query(
    'admin',
    `TRUNCATE clickstream_events, etl_objects, etl_quarantine, etl_runs, ledger_hourly, identity_audit, book_entries,
       book_days, book_files, book_quarantine,
       ${FACT_TABLES.join(', ')}`,
  );
}
