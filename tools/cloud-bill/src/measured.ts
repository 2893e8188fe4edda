import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import measured from './measured.json';

/** Figures of simulated shoppers, as `npm run cost:measure` has written them. */
export const SHOPPERS = measured.shoppers;

/** Figures of the storefront's pages, written by the same command. */
export const SHOP = measured.shop;

/** Bytes that the warehouse needs for an event, as the benchmark of the ETL has written them. */
export const WAREHOUSE_BYTES_PER_EVENT = bytesIn(
  readFileSync(resolve(import.meta.dirname, '../../../docs/measured.md'), 'utf8'),
);

/** @throws Error when the document has no such figure */
function bytesIn(document: string): number {
  const [, bytes] = /^Warehouse: (\d+) bytes an event/m.exec(document) ?? [];
  if (!bytes)
    throw new Error(
      'docs/measured.md has no line "Warehouse: … bytes an event". Run npm run bench -- etl --record.',
    );
  return Number(bytes);
}
