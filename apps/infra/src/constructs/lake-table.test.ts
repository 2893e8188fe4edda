import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LAKE_COLUMNS, lakeTable } from './lake-table';

const inWorkspace = (file: string) => readFileSync(resolve(import.meta.dirname, '../../../..', file), 'utf8');

/** The type in Athena of each type of the warehouse. */
const TYPES: Readonly<Record<string, string>> = {
  numeric: 'decimal(38,6)',
  timestamptz: 'timestamp',
  boolean: 'boolean',
  integer: 'int',
  smallint: 'smallint',
  bigint: 'bigint',
};

it('has the columns that a compaction writes, with types that hold their values', () => {
  // Compared as text: infra imports nothing from the projects it ships.
  const table = inWorkspace('libs/dw-models/src/tables/clickstream-events.ts');
  const [columns = ''] = table.split('indexes:');
  const found = [...columns.matchAll(/^ {4}(\w+): \{\s+type: '(\w+)'/gm)].map(([, name = '', type = '']) => ({
    name,
    type: TYPES[type] ?? 'string',
  }));
  expect(found.length).toBeGreaterThan(40);
  expect(LAKE_COLUMNS).toEqual(found);
});

it('finds a day by the key that a compaction writes', () => {
  expect(lakeTable('s3://bucket/lake/events/')).toMatchObject({
    partitionKeys: [{ name: 'day' }],
    parameters: {
      'projection.day.format': 'yyyy-MM-dd',
      'storage.location.template': 's3://bucket/lake/events/day=${day}/',
    },
  });
  expect(inWorkspace('libs/lake/src/bucket/lake-keys.ts')).toContain('day=${day}/events.parquet');
});
