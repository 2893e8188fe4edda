/**
 * Fields of a log line in addition to its message: ids, counts and keys, never any content of an
 * event or a body.
 */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Writes one line of JSON for CloudWatch Logs. */
export function log(level: 'info' | 'warn' | 'error', message: string, fields: LogFields): void {
  process.stdout.write(`${JSON.stringify({ level, message, ...fields })}\n`);
}
