/** What a log line may carry beside its message: counts, keys and reasons, never anything out of an event. */
export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** Writes one line of JSON for CloudWatch Logs. */
export function log(level: 'info' | 'warn' | 'error', message: string, fields: LogFields): void {
  process.stdout.write(`${JSON.stringify({ level, message, ...fields })}\n`);
}
