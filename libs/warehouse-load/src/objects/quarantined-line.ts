/** A line for etl_quarantine. */
export interface QuarantinedLine {
  readonly objectKey: string;
  readonly line: number;
  readonly reason: string;
  readonly detail: string;
  readonly raw: string;
  /** Time of receipt in milliseconds since 1970, where it is known. */
  readonly receivedAt: number | null;
}
