import { SELECT_FACT_ROW, type FactRow } from '../facts/input/fact-row';
import { LOSS_REPORT } from '@clickstream/event-schema';

/**
 * A row that this transaction has inserted or removed, with the number of the object that brought
 * it.
 */
export type InsertedRow = FactRow & {
  readonly source_object_id: number;
  /** Properties of the event by which a browser reports its losses; null for any other event. */
  readonly loss_report: unknown;
};

/** The columns of an `InsertedRow`, for SELECT and RETURNING. */
export const SELECT_INSERTED_ROW = `${SELECT_FACT_ROW}, source_object_id,
  CASE WHEN event_name = '${LOSS_REPORT}' THEN properties END AS loss_report`;
