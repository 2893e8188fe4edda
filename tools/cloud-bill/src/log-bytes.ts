import type { Resource } from '@clickstream/infra';

/** Bytes that CloudWatch adds to each log line when it counts them. */
const PER_LINE = 26;

/** The lines that Lambda writes for each call, filled as AWS fills them. */
const PLATFORM_LINES = [
  'START RequestId: 8f507cfc-xmpl-4697-b07a-ac58fc914c95 Version: $LATEST\n',
  'END RequestId: 8f507cfc-xmpl-4697-b07a-ac58fc914c95\n',
  'REPORT RequestId: 8f507cfc-xmpl-4697-b07a-ac58fc914c95\tDuration: 32.25 ms\tBilled Duration: 33 ms\tMemory Size: 512 MB\tMax Memory Used: 118 MB\t\n',
];

/** Values in a line of the access log of an accepted request. */
const ACCESS_VALUES: Readonly<Record<string, string>> = {
  'context.requestId': 'JKJaXmPLvHcESHA=',
  'context.requestTime': '30/Nov/2026:10:00:00 +0000',
  'context.routeKey': 'POST /clickstream',
  'context.status': '202',
  'context.responseLength': '28',
  'context.integrationLatency': '32',
};

/** Bytes of `lines` log lines with this text, as CloudWatch counts them. */
export const logged = (bytes: number, lines: number): number => bytes + lines * PER_LINE;

/** Bytes that Lambda itself logs for a call of this function, by the levels of its template. */
export function platformLogBytes({ Properties }: Resource): number {
  const config = Properties['LoggingConfig'] as { SystemLogLevel?: string } | undefined;
  if (config?.SystemLogLevel === 'WARN') return 0;
  return logged(PLATFORM_LINES.join('').length, PLATFORM_LINES.length);
}

/** Bytes of the access log for a request of this API's stage. */
export function accessLogBytes({ Properties }: Resource): number {
  const settings = Properties['AccessLogSettings'] as { Format?: string } | undefined;
  if (!settings?.Format) return 0;
  const line = settings.Format.replace(/\$([\w.]+)/g, (_all, name: string) => ACCESS_VALUES[name] ?? '-');
  return logged(line.length, 1);
}
