import type { Table } from '../table';

/**
 * The history of links between browser and user: made, undone, restored. The
 * last row of a link decides.
 */
export const IDENTITY_AUDIT = {
  name: 'identity_audit',
  primaryKey: ['client_id', 'user_id', 'nth'],
  columns: {
    client_id: { type: 'text' },
    user_id: { type: 'text' },
    // Counts from 1 within each link.
    nth: { type: 'integer' },
    action: { type: 'text' },
    // The event that made the link.
    event_id: { type: 'uuid', nullable: true },
    reason: { type: 'text', nullable: true },
    done_by: { type: 'text', defaultSql: 'CURRENT_USER' },
    done_at: { type: 'timestamptz', defaultSql: 'now()' },
  },
  indexes: { identity_audit_undone: { columns: ['client_id', 'user_id'], where: "action = 'undone'" } },
  checks: { identity_audit_action: "action IN ('made', 'undone', 'restored')" },
} as const satisfies Table;
