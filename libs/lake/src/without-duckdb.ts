/** The part of the lake that needs no DuckDB: small enough for a Lambda. */
export { lakeBucket, type LakeBucket } from './bucket/lake-bucket';
export { dropChangedDays } from './drop-changed-days';
