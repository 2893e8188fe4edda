import { toWarehouseRow, type RowLocation, type WarehouseRow } from '../row/to-warehouse-row';

/** The location of the events of row tests. */
export const LOCATION: RowLocation = {
  objectKey: 'events/2026/11/02/09/a.json.gz',
  objectId: 7,
  line: 3,
  keyTime: Date.parse('2026-11-02T09:00:00Z'),
};

/** The time of the events. */
export const TIME = '2026-11-02T09:15:30.250Z';

/** The row of a line. @throws Error when it does not become a row */
export function rowOf(value: unknown): WarehouseRow {
  const result = toWarehouseRow(value, LOCATION);
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`);
  return result.row;
}
