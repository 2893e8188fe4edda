/**
 * Costs of one campaign on one day. Amounts and counts are decimal texts, so that nothing is
 * rounded.
 */
export interface CostRow {
  /** As `2026-11-01`, in the time zone of the ad account. */
  readonly day: string;
  readonly source: string;
  readonly medium: string;
  /** Empty if the links do not name one. */
  readonly campaign: string;
  /** ISO 4217 code. */
  readonly currency: string;
  readonly cost: string;
  readonly clicks: string | null;
  readonly impressions: string | null;
}
