import type { Table } from '../table';

/** One line that could not be loaded, with the reason, kept until it is resolved. */
export const ETL_QUARANTINE = {
  name: 'etl_quarantine',
  primaryKey: ['quarantine_id'],
  columns: {
    quarantine_id: { type: 'bigint', generated: true },
    object_key: { type: 'text' },
    line: { type: 'integer' },
    reason: { type: 'text' },
    detail: { type: 'text', nullable: true },
    raw: { type: 'text' },
    received_at: { type: 'timestamptz', nullable: true },
    quarantined_at: { type: 'timestamptz', defaultSql: 'now()' },
    resolved_at: { type: 'timestamptz', nullable: true },
  },
  indexes: { etl_quarantine_open: { columns: ['object_key'], where: 'resolved_at IS NULL' } },
} as const satisfies Table;
