import {
  flag,
  optional,
  readVariables,
  required,
  wholeNumber,
  type Environment,
  type Values,
} from '@clickstream/lambda-runtime/config';

/** Settings of the shop Lambda. */
export const VARIABLES = {
  databaseUrl: required('WEB_DB_URL', 'postgres:// address of clickstream_web with the role shop_app.', {
    unless: ['WEB_DB_PARAMETERS', 'SHOP_LAMBDA_NAME'],
  }),
  parameters: optional(
    'WEB_DB_PARAMETERS',
    'On AWS, the folder of Parameter Store with the host and the password of that address.',
  ),
  shopFunction: optional(
    'SHOP_LAMBDA_NAME',
    'For the courier, which reaches no database: name of the function that has it.',
  ),
  endpoint: optional('CLICKSTREAM_ENDPOINT', "Where the shop's own events are posted."),
  outboxWaitSeconds: wholeNumber(
    'OUTBOX_WAIT_SECONDS',
    "Seconds for which the browser's own event of an order is waited for.",
    { otherwise: 600, least: 0, most: 86_400 },
  ),
  bucket: optional('RAW_BUCKET', 'Name of the bucket into which the shop writes its books.'),
  forcePathStyle: flag('S3_FORCE_PATH_STYLE', 'Puts the bucket into the path, for S3 servers on a laptop.'),
  metricNamespace: optional('METRIC_NAMESPACE', 'Namespace of the metrics in CloudWatch.', 'Clickstream'),
  timeZone: optional('SHOP_TIME_ZONE', 'The zone whose days the books close.', 'Asia/Ho_Chi_Minh'),
};

export type Config = Values<typeof VARIABLES>;

/** @throws Error that names the variable when neither is set */
export function readConfig(env: Environment): Config {
  return readVariables(VARIABLES, env);
}
