import type { Benchmark } from './benchmark';
import { dashboardsBenchmark } from './dashboards/dashboards-benchmark';
import { backlogBenchmark } from './etl/backlog-benchmark';
import { etlBenchmark } from './etl/etl-benchmark';
import { fullWarehouseBenchmark } from './etl/full-warehouse-benchmark';
import { smallObjectsBenchmark } from './etl/small-objects-benchmark';
import { growthBenchmark } from './growth/growth-benchmark';
import { coldStartBenchmark } from './ingest/cold-start-benchmark';
import { httpBenchmark } from './ingest/http-benchmark';
import { ingestBenchmark } from './ingest/ingest-benchmark';

/** Every benchmark, in the order in which `npm run bench` runs them. */
export const BENCHMARKS: readonly Benchmark[] = [
  ingestBenchmark,
  httpBenchmark,
  coldStartBenchmark,
  etlBenchmark,
  fullWarehouseBenchmark,
  backlogBenchmark,
  smallObjectsBenchmark,
  dashboardsBenchmark,
  growthBenchmark,
];
