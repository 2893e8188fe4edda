/** What a log line may carry beside its message: ids, counts and keys, never anything out of a body. */
export type LogFields = Readonly<Record<string, string | number | null>>;

/** Writes one line of JSON for CloudWatch Logs. */
export function log(level: 'info' | 'warn' | 'error', message: string, fields: LogFields): void {
  process.stdout.write(`${JSON.stringify({ level, message, ...fields })}\n`);
}
