import { ACCOUNT, REGION } from '../template/concrete';
import { foreignCalls } from './foreign-calls';
import { policyOf, type Call } from './permissions';
import type { Templates } from '@clickstream/infra/synthesised';

const RAW = `arn:aws:s3:::clickstream-s3-ingest-${ACCOUNT}-${REGION}`;
const HOSTS = `arn:aws:s3:::clickstream-hosts-${ACCOUNT}-${REGION}`;
const ASSETS = `arn:aws:s3:::cdk-hnb659fds-assets-${ACCOUNT}-${REGION}`;
const EVENT = `${RAW}/events/2026/11/23/07/0199a3f2.json.gz`;
const REJECT = `${RAW}/rejected/2026/11/23/07/0199a3f2.json.gz`;
const BOOKS = `${RAW}/orders/2026/11/23/books.jsonl`;
const LAKE_DAY = `${RAW}/lake/events/day=2026-11-22/events.parquet`;
const LAKE_FACTS = `${RAW}/lake/facts/public/orders.parquet`;
const LAKE_MANIFEST = `${RAW}/lake/manifest.json`;
const RECEIPT = `${RAW}/receipts/erasures/2026-11-23-user-0123456789ab.json`;

const arn = (service: string, rest: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;
const parameter = (name: string) => arn('ssm', `parameter/clickstream/${name}`);

const MAIL_DOMAIN = arn('ses', 'identity/shop.example');

const PASSWORDS = [
  'warehouse/dw_admin',
  'warehouse/etl_writer',
  'warehouse/shiny_ro',
  'warehouse/shiny_done',
  'warehouse/shiny_saved',
  'shop-database/shop_admin',
  'shop-database/shop_app',
];

/**
 * Calls that somebody could try, by their name in the table. `read password X` is the call and its
 * decryption: a reader needs both.
 */
export function callsOn(templates: Templates): Record<string, Call[]> {
  const rawPolicy = policyOf(templates, 'AWS::S3::BucketPolicy', /^RawBucket/, 'PolicyDocument');
  const endpointPolicy = policyOf(templates, 'AWS::EC2::VPCEndpoint', /S3/, 'PolicyDocument');
  const keyPolicy = policyOf(templates, 'AWS::KMS::Key', /^PasswordKey/, 'KeyPolicy');
  const s3Endpoint = Object.keys(templates['Network']?.Resources ?? {}).find((name) =>
    /^EndpointsS3/.test(name),
  );
  const key = arn(
    'kms',
    `key/Data-${Object.keys(templates['Data']?.Resources ?? {}).find((name) => /^PasswordKey[0-9A-F]+$/.test(name))}`,
  );

  const inside = { context: { 'aws:SourceVpce': `Network-${s3Endpoint}` }, endpointPolicy };
  const on = (resourcePolicy: object, action: string, resource: string, more: Partial<Call> = {}): Call[] => [
    { action, resource, resourcePolicy, ...more },
  ];
  const plain = (action: string, resource: string, context: Call['context'] = {}): Call[] => [
    { action, resource, context },
  ];
  const decrypt = (name: string): Call => ({
    action: 'kms:Decrypt',
    resource: key,
    resourcePolicy: keyPolicy,
    context: {
      'kms:EncryptionContext:PARAMETER_ARN': parameter(name),
      'kms:ViaService': `ssm.${REGION}.amazonaws.com`,
    },
  });
  const readsOfPasswords = PASSWORDS.flatMap((name) =>
    ['GetParameter', 'GetParameters'].map((action) => [
      `read password ${name} (${action})`,
      [...plain(`ssm:${action}`, parameter(name)), decrypt(name)],
    ]),
  );
  const lambda = (name: string) => arn('lambda', `function:${name}`);
  const log = (name: string) => arn('logs', `log-group:${name}:log-stream:one`);
  const warehouseVolume = { 'aws:ResourceTag/clickstream:host': 'SBW_EC2_ShinyDWH' };

  return {
    'write event': on(rawPolicy, 's3:PutObject', EVENT),
    'write reject': on(rawPolicy, 's3:PutObject', REJECT),
    'write the books': on(rawPolicy, 's3:PutObject', BOOKS),
    'write a receipt': on(rawPolicy, 's3:PutObject', RECEIPT),
    'read a receipt': on(rawPolicy, 's3:GetObject', RECEIPT),
    'write elsewhere in the raw bucket': on(rawPolicy, 's3:PutObject', `${RAW}/other/1`),
    'read event through the endpoint': on(rawPolicy, 's3:GetObject', EVENT, inside),
    'read event from elsewhere': on(rawPolicy, 's3:GetObject', EVENT),
    'read event through another endpoint': on(rawPolicy, 's3:GetObject', EVENT, {
      context: { 'aws:SourceVpce': 'vpce-other' },
    }),
    'read event without encryption': on(rawPolicy, 's3:GetObject', EVENT, {
      ...inside,
      context: { ...inside.context, 'aws:SecureTransport': 'false' },
    }),
    'read reject through the endpoint': on(rawPolicy, 's3:GetObject', REJECT, inside),
    'read reject from elsewhere': on(rawPolicy, 's3:GetObject', REJECT),
    'read the books through the endpoint': on(rawPolicy, 's3:GetObject', BOOKS, inside),
    'read the books from elsewhere': on(rawPolicy, 's3:GetObject', BOOKS),
    'delete event': on(rawPolicy, 's3:DeleteObject', EVENT),
    'read a day of the lake through the endpoint': on(rawPolicy, 's3:GetObject', LAKE_DAY, inside),
    'read a day of the lake from elsewhere': on(rawPolicy, 's3:GetObject', LAKE_DAY),
    'write a day of the lake': on(rawPolicy, 's3:PutObject', LAKE_DAY, inside),
    'delete a day of the lake': on(rawPolicy, 's3:DeleteObject', LAKE_DAY, inside),
    'delete facts of the lake': on(rawPolicy, 's3:DeleteObject', LAKE_FACTS, inside),
    'read the lake’s manifest': on(rawPolicy, 's3:GetObject', LAKE_MANIFEST, inside),
    'write the lake’s manifest': on(rawPolicy, 's3:PutObject', LAKE_MANIFEST, inside),
    'list events': on(rawPolicy, 's3:ListBucket', RAW, {
      ...inside,
      context: { ...inside.context, 's3:prefix': 'events/2026/11/23/' },
    }),
    'list rejects': on(rawPolicy, 's3:ListBucket', RAW, {
      ...inside,
      context: { ...inside.context, 's3:prefix': 'rejected/2026/11/23/07/' },
    }),
    'list the books': on(rawPolicy, 's3:ListBucket', RAW, {
      ...inside,
      context: { ...inside.context, 's3:prefix': 'orders/' },
    }),
    'list the lake': on(rawPolicy, 's3:ListBucket', RAW, {
      ...inside,
      context: { ...inside.context, 's3:prefix': 'lake/events/' },
    }),
    'list the raw bucket': on(rawPolicy, 's3:ListBucket', RAW, {
      ...inside,
      context: { ...inside.context, 's3:prefix': '' },
    }),
    'ask if the raw bucket keeps versions': on(rawPolicy, 's3:GetBucketVersioning', RAW, inside),
    'change the raw bucket’s policy': on(rawPolicy, 's3:PutBucketPolicy', RAW),
    'read bundle of packages': plain('s3:GetObject', `${HOSTS}/${osBundleOf(templates)}`),
    'check if a bundle exists': plain('s3:ListBucket', HOSTS),
    'write bundle of packages': plain('s3:PutObject', `${HOSTS}/bundles/os-bundle-x.tar`),
    'delete bundle of packages': plain('s3:DeleteObject', `${HOSTS}/bundles/os-bundle-x.tar`),
    'read another stack’s assets': plain('s3:GetObject', `${ASSETS}/0000.zip`),
    'write log of SBW_EC2_ShinyDWH': plain('s3:PutObject', `${HOSTS}/logs/SBW_EC2_ShinyDWH/i-1/stdout`),
    'write log of SBW_EC2_WebDB': plain('s3:PutObject', `${HOSTS}/logs/SBW_EC2_WebDB/i-1/stdout`),
    ...Object.fromEntries(readsOfPasswords as [string, Call[]][]),
    'read address of the warehouse': plain('ssm:GetParameters', parameter('warehouse/host')),
    'read address of the shop’s database': plain('ssm:GetParameters', parameter('shop-database/host')),
    'decrypt something else': [{ ...decrypt('warehouse/other'), context: {} }],
    'encrypt a password': on(keyPolicy, 'kms:Encrypt', key),
    'write a password': plain('ssm:PutParameter', parameter('warehouse/etl_writer')),
    'be managed by SSM': plain('ssm:UpdateInstanceInformation', arn('ec2', 'instance/i-1')),
    'open a session on a machine': plain('ssm:StartSession', arn('ec2', 'instance/i-1')),
    'run a command on a machine': plain('ssm:SendCommand', arn('ec2', 'instance/i-1')),
    'invoke the ingest': plain('lambda:InvokeFunction', lambda('clickstream-lambda-ingest')),
    'invoke the shop': plain('lambda:InvokeFunction', lambda('clickstream-lambda-shop')),
    'send a code to a customer': plain('ses:SendEmail', MAIL_DOMAIN, {
      'ses:FromAddress': 'accounts@shop.example',
    }),
    'send mail from another address of the shop': plain('ses:SendEmail', MAIL_DOMAIN, {
      'ses:FromAddress': 'boss@shop.example',
    }),
    'invoke the courier': plain('lambda:InvokeFunction', lambda('clickstream-lambda-courier')),
    'invoke the ETL': plain('lambda:InvokeFunction', lambda('SBW_Lamda_ETL')),
    'invoke maintenance-lambda': plain('lambda:InvokeFunction', lambda('clickstream-lambda-maintenance')),
    'invoke compact-lambda': plain('lambda:InvokeFunction', lambda('clickstream-lambda-compact')),
    'change the ETL’s code': plain('lambda:UpdateFunctionCode', lambda('SBW_Lamda_ETL')),
    'report a failed call': plain('sqs:SendMessage', arn('sqs', 'clickstream-etl-failed')),
    'read failed calls': plain('sqs:ReceiveMessage', arn('sqs', 'clickstream-etl-failed')),
    'report the result of a call': plain('events:PutEvents', arn('events', 'event-bus/default')),
    'log of the ingest': plain('logs:PutLogEvents', log('/aws/lambda/clickstream-lambda-ingest')),
    'log of the shop': plain('logs:PutLogEvents', log('/aws/lambda/clickstream-lambda-shop')),
    'log of the courier': plain('logs:PutLogEvents', log('/aws/lambda/clickstream-lambda-courier')),
    'log of the ETL': plain('logs:PutLogEvents', log('/aws/lambda/SBW_Lamda_ETL')),
    'log of maintenance-lambda': plain(
      'logs:PutLogEvents',
      log('/aws/lambda/clickstream-lambda-maintenance'),
    ),
    'log of compact-lambda': plain('logs:PutLogEvents', log('/aws/lambda/clickstream-lambda-compact')),
    'log of rejected traffic': plain('logs:PutLogEvents', log('/clickstream/rejected-traffic')),
    'network interface, as Lambda': plain('ec2:CreateNetworkInterface', arn('ec2', 'network-interface/*')),
    'network interface, as code in a Lambda': plain(
      'ec2:CreateNetworkInterface',
      arn('ec2', 'network-interface/*'),
      { 'lambda:SourceFunctionArn': lambda('SBW_Lamda_ETL') },
    ),
    'start a machine': plain('ec2:RunInstances', arn('ec2', 'instance/*')),
    'protect our machine': plain('ec2:ModifyInstanceAttribute', arn('ec2', 'instance/i-1'), warehouseVolume),
    'protect a foreign machine': plain('ec2:ModifyInstanceAttribute', arn('ec2', 'instance/i-2'), {
      'aws:ResourceTag/clickstream:host': 'foreign',
    }),
    'release a stack': plain(
      'cloudformation:UpdateTerminationProtection',
      arn('cloudformation', 'stack/clickstream-warehouse/1'),
    ),
    'release a foreign stack': plain(
      'cloudformation:UpdateTerminationProtection',
      arn('cloudformation', 'stack/other/1'),
    ),
    'snapshot of the warehouse’s volume': plain(
      'ec2:CreateSnapshot',
      arn('ec2', 'volume/vol-1'),
      warehouseVolume,
    ),
    'snapshot of a foreign volume': plain('ec2:CreateSnapshot', arn('ec2', 'volume/vol-2'), {
      'aws:ResourceTag/clickstream:host': 'foreign',
    }),
    'delete a foreign snapshot': plain('ec2:DeleteSnapshot', `arn:aws:ec2:${REGION}::snapshot/snap-2`),
    'act as CDK': plain(
      'sts:AssumeRole',
      `arn:aws:iam::${ACCOUNT}:role/cdk-hnb659fds-deploy-role-${ACCOUNT}-${REGION}`,
    ),
    ...foreignCalls(),
  };
}

function osBundleOf(templates: Templates): string {
  return (
    /bundles\/os-bundle-[0-9a-f]+\.tar/.exec(JSON.stringify(templates['Warehouse']))?.[0] ?? 'bundles/none'
  );
}
