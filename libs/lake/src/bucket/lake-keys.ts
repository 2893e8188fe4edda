/** Everything of the lake in the bucket. */
export const LAKE_PREFIX = 'lake/';

/** The folder of the events: one folder for each day, as Athena and DuckDB expect partitions. */
export const EVENTS_FOLDER = `${LAKE_PREFIX}events/`;

/** The folder of the facts: a folder for each table. */
export const FACTS_FOLDER = `${LAKE_PREFIX}facts/`;

/** The views of the dashboards, as statements of DuckDB. */
export const VIEWS_KEY = `${LAKE_PREFIX}views.sql`;

export const MANIFEST_KEY = `${LAKE_PREFIX}manifest.json`;

const DAY_FILE = new RegExp(String.raw`^${EVENTS_FOLDER}day=(\d{4}-\d{2}-\d{2})/events\.parquet$`);

/** The key of a day. It is always the same, so that a day never has two files. */
export const dayKey = (day: string): string => `${EVENTS_FOLDER}day=${day}/events.parquet`;

/** The day of a key; undefined of any other object. */
export const dayOfKey = (key: string): string | undefined => DAY_FILE.exec(key)?.[1];
