import type { TestWarehouse } from '@clickstream/dw-models/testing';

/** The counts of an hour (`2026-11-02T09`) that are not 0. */
export async function ledgerOf(warehouse: TestWarehouse, hour: string): Promise<Record<string, number>> {
  const [row = {}] = await warehouse.query('shiny', 'SELECT * FROM dash.ledger_hourly WHERE hour = $1', [
    `${hour}:00:00Z`,
  ]);
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, count]) =>
      name === 'hour' || Number(count) === 0 ? [] : [[name, Number(count)]],
    ),
  );
}

/** Differences between the ledger and what it counts; empty when all is well. */
export function ledgerDifferences(warehouse: TestWarehouse): Promise<Record<string, unknown>[]> {
  return warehouse.query('shiny', 'SELECT * FROM dash.ledger_differences');
}
