import type { Report } from './report';

/** Parameters of a benchmark. */
export interface BenchmarkOptions {
  /** Number of events in one round of one contender. */
  readonly events: number;
  /** Number of measured rounds of each contender; a figure is the median over them. */
  readonly rounds: number;
  /** The number given to the benchmark's own option; 0 for a benchmark without one. */
  readonly size: number;
  /**
   * A checkout of an older version: what is measured is now against then, and not against floors.
   */
  readonly against?: string;
  /** Called as the work proceeds, for the progress bar. */
  onProgress(done: number, total: number): void;
}

/** Cost of `events` events to one contender: medians over its rounds. */
export interface BenchmarkRow {
  readonly name: string;
  /** A floor is the least work that any solution must do. Every row is divided by every floor. */
  readonly isFloor: boolean;
  readonly wallSeconds: number;
  /** User and system time of the contender's own process, all threads. */
  readonly cpuSeconds: number;
  /** The largest resident set that the contender's process ever had. */
  readonly peakRssBytes: number;
}

/**
 * An option of the command line that picks a benchmark instead of the plain ones of its subject.
 */
export interface BenchmarkOption {
  /** Without the hyphens; it takes a whole number. */
  readonly name: string;
  /** Meaning of the number, for `--help`. */
  readonly describe: string;
}

/** One benchmark: it measures its floors in the same run as what it is about. */
export interface Benchmark {
  /** The word that picks it on the command line, alone or with others of the same subject. */
  readonly subject: string;
  /** Absent: it runs when its subject is named without any option of another benchmark. */
  readonly option?: BenchmarkOption;
  /** One line for `--help`: what is measured against which floor. */
  readonly describe: string;
  /** Events per round, unless `--events` says otherwise; 0 where that is not a question. */
  readonly defaultEvents: number;
  /** Measured rounds, unless `--rounds` says otherwise. */
  readonly defaultRounds: number;
  /** True when it can measure this version against a checkout of another one. */
  readonly readsAgainst?: boolean;
  run(options: BenchmarkOptions): Promise<Report>;
}
