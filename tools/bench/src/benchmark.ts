import type { Report } from './report';

/** Parameters of a benchmark. */
export interface BenchmarkOptions {
  /** Number of events in one round of one contender. */
  events: number;
  /** Number of measured rounds of each contender; a figure is the median over them. */
  rounds: number;
  /** The number given to the benchmark's own option; 0 for a benchmark without one. */
  size: number;
  /**
   * A checkout of an older version: what is measured is now against then, and not against floors.
   */
  against?: string;
  /** Called as the work goes on, for the progress bar. */
  onProgress(done: number, total: number): void;
}

/** Cost of `events` events to one contender: medians over its rounds. */
export interface BenchmarkRow {
  name: string;
  /** A floor is the least work that any solution must do. Every row is divided by every floor. */
  isFloor: boolean;
  wallSeconds: number;
  /** User and system time of the contender's own process, all threads. */
  cpuSeconds: number;
  /** The largest resident set that the contender's process ever had. */
  peakRssBytes: number;
}

/**
 * An option of the command line that picks a benchmark instead of the plain ones of its subject.
 */
export interface BenchmarkOption {
  /** Without the hyphens; it takes a whole number. */
  name: string;
  /** Meaning of the number, for `--help`. */
  describe: string;
}

/** One benchmark: it measures its floors in the same run as what it is about. */
export interface Benchmark {
  /** The word that picks it on the command line, alone or with others of the same subject. */
  subject: string;
  /** Absent: it runs when its subject is named without any option of another benchmark. */
  option?: BenchmarkOption;
  /** One line for `--help`: what is measured against which floor. */
  describe: string;
  /** Events per round, unless `--events` says otherwise; 0 where that is not a question. */
  defaultEvents: number;
  /** Measured rounds, unless `--rounds` says otherwise. */
  defaultRounds: number;
  /** True when it can measure this version against a checkout of another one. */
  readsAgainst?: boolean;
  run(options: BenchmarkOptions): Promise<Report>;
}
