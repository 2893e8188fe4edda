import type { Table } from '../table';

/** Views of the dashboard that readers saved under a name, for all readers. */
export const SAVED_VIEWS = {
  name: 'saved_views',
  comment:
    'Views of the dashboard by name: the address has tab, filters and choices. Written by its readers, not by the load.',
  primaryKey: ['view_id'],
  columns: {
    view_id: { type: 'bigint', generated: true },
    name: { type: 'text' },
    address: { type: 'text' },
    saved_at: { type: 'timestamptz', defaultSql: 'now()' },
  },
  checks: {
    saved_views_address: "((address ~~ '?tab=%'::text) AND (length(address) <= 4096))",
    saved_views_name:
      "((length(name) >= 1) AND (length(name) <= 80) AND (name = btrim(name)) AND (name !~ '[[:cntrl:]]'::text))",
  },
} as const satisfies Table;
