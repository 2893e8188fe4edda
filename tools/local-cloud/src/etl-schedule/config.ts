export interface EtlScheduleConfig {
  /** `ETL_BUNDLE`: the path of the ETL Lambda's `handler.cjs`. */
  readonly etlBundle: string;
  /** `ETL_INTERVAL_SECONDS`: from the end of one run to the beginning of the next. */
  readonly intervalSeconds: number;
}

/** Reads what the supervisor passes on. */
export function readScheduleConfig(env: Readonly<Record<string, string | undefined>>): EtlScheduleConfig {
  const { ETL_BUNDLE: etlBundle, ETL_INTERVAL_SECONDS: seconds } = env;
  if (!etlBundle || !seconds) throw new Error('The ETL schedule needs ETL_BUNDLE and ETL_INTERVAL_SECONDS.');
  return { etlBundle, intervalSeconds: Number(seconds) };
}
