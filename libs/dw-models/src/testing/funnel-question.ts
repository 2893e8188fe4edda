/** One event of a journey. Times are in minutes; the list orders events of one minute. */
export interface JourneyEvent {
  readonly at: number;
  readonly name: string;
  readonly product: string | null;
}

/** A step as tests define it; `within` is in minutes. */
export interface Step {
  readonly event: string;
  readonly product?: string;
  readonly within?: number;
}

/** A definition as tests draw it. Times are in minutes. */
export interface Funnel {
  readonly steps: readonly Step[];
  readonly order: 'ordered' | 'strict' | 'any';
  readonly entry: 'every' | 'first';
  readonly window: number;
  readonly once: boolean;
  readonly increase: boolean;
  readonly deduplication: boolean;
  readonly watch: readonly string[];
}

/** The times of a question: entries from `since` to before `until`, data until `now`. */
export interface Bounds {
  readonly since: number;
  readonly until: number;
  readonly now: number;
}

/** The best way of a journey. */
export interface Outcome {
  readonly times: readonly number[];
  readonly isPending: boolean;
}
