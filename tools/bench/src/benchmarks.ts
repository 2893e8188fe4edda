import type { Benchmark } from './benchmark';
import { etlBenchmark } from './etl/etl-benchmark';
import { ingestBenchmark } from './ingest/ingest-benchmark';

/** Every benchmark, in the order in which `npm run bench` runs them. */
export const BENCHMARKS: readonly Benchmark[] = [ingestBenchmark, etlBenchmark];
