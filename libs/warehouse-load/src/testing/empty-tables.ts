import type { TestWarehouse } from '@clickstream/dw-models/testing';
import { FACT_TABLES } from '../facts/rebuild-facts';

/** Empties the tables of a warehouse that a load writes. */
export async function emptyTables(warehouse: TestWarehouse): Promise<void> {
  const written = ['clickstream_events', 'etl_quarantine', 'ledger_hourly', 'identity_audit', ...FACT_TABLES];
  const books = ['book_entries', 'book_quarantine', 'book_days', 'book_files'];
  await warehouse.empty(...written, ...books, 'etl_objects', 'etl_runs');
}
