export { lakeBucket, type LakeBucket } from './bucket/lake-bucket';
export { dayKey, EVENTS_FOLDER, LAKE_PREFIX, MANIFEST_KEY } from './bucket/lake-keys';
export { compact, type Compacted, type Compaction, planCompaction } from './compact';
export { type DayPlan, type DayRange } from './days/plan-days';
export { exportTable, EXPORTS, type TableExport } from './export-table';
export { FACTS } from './relations/fact-tables';
export { NOT_IN_LAKE } from './views/lake-views';
