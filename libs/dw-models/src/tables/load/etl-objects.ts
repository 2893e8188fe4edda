import type { Table } from '../table';

/**
 * One object of the bucket that the ETL has read: lines = loaded + duplicates + quarantined +
 * erased + rejected + expired.
 */
export const ETL_OBJECTS = {
  name: 'etl_objects',
  comment:
    'The manifest: one row an object, written in the transaction that writes its rows. Counts add up over the contents that a key has had.',
  primaryKey: ['object_key'],
  columns: {
    object_key: { type: 'text', collation: 'C' },
    object_id: { type: 'integer' },
    etag: { type: 'text' },
    size_bytes: { type: 'bigint' },
    lines: { type: 'integer' },
    loaded: { type: 'integer' },
    duplicates: { type: 'integer' },
    quarantined: { type: 'integer' },
    resume_line: {
      type: 'integer',
      nullable: true,
      comment:
        'How many lines are loaded, while an object larger than a chunk is on its way; NULL once all are.',
    },
    run_id: { type: 'integer' },
    loaded_at: { type: 'timestamptz', defaultSql: 'now()' },
    hour: {
      type: 'timestamptz',
      comment: 'The hour of receipt that the key names (UTC); of a key without an hour, its day.',
    },
    erased: { type: 'integer', default: 0 },
    rejected: { type: 'integer', default: 0 },
    expired: { type: 'integer', default: 0 },
  },
  indexes: { etl_objects_hour: { columns: ['hour'], type: 'brin' } },
  uniques: { etl_objects_object_id_key: ['object_id'] },
  checks: {
    etl_objects_counts_close:
      '(lines = (((((loaded + duplicates) + quarantined) + erased) + rejected) + expired))',
  },
} as const satisfies Table;
