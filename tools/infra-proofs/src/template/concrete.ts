import { allOf } from './references';
import type { Resource, Templates } from '@clickstream/infra/synthesised';

export const ACCOUNT = '111122223333';
export const REGION = 'ap-southeast-1';

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
};

const arn = (service: string, rest: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;

/**
 * A part of a template as CloudFormation would resolve it in one account, without intrinsic
 * functions. Resources get the names that they ask for, otherwise their logical path.
 *
 * @throws Error for an intrinsic function that is not supported here
 */
export function concrete(templates: Templates, stack: string, value: unknown): unknown {
  const resolve = (part: unknown): unknown => concrete(templates, stack, part);
  if (Array.isArray(value)) return value.map(resolve);
  if (typeof value !== 'object' || value === null) return value;
  const [[name = '', argument] = []] = Object.entries(value);
  switch (name) {
    case 'Ref':
      return referenced(templates, stack, String(argument));
    case 'Fn::GetAtt':
      return attribute(templates, stack, String((argument as string[])[0]));
    case 'Fn::Join':
      return (resolve((argument as [string, unknown[]])[1]) as string[]).join((argument as [string])[0]);
    case 'Fn::Sub':
      return String(argument).replace(/\$\{([^}]+)\}/g, (_whole, key: string) => PSEUDO[key] ?? key);
  }
  if (name.startsWith('Fn::')) throw new Error(`${stack}: ${name} is not resolved here`);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, resolve(part)]));
}

function referenced(templates: Templates, stack: string, name: string): string {
  if (name in PSEUDO) return PSEUDO[name] ?? '';
  const resource = templates[stack]?.Resources[name];
  if (resource?.Type === 'AWS::S3::Bucket') return nameOf(templates, stack, name, resource, 'BucketName');
  if (resource?.Type === 'AWS::SNS::Topic') return attribute(templates, stack, name);
  if (resource) return `${stack}-${name}`;
  const parameter = templates[stack]?.Parameters?.[name]?.Default;
  const published = allOf(templates, 'AWS::SSM::Parameter').find(
    (one) => one.resource.Properties['Name'] === parameter,
  );
  if (!published) throw new Error(`${stack} reads ${parameter ?? name}, which no stack publishes`);
  return String(concrete(templates, published.stack, published.resource.Properties['Value']));
}

/** The ARN of a resource, which is the only attribute that policies use. */
function attribute(templates: Templates, stack: string, name: string): string {
  const resource = templates[stack]?.Resources[name];
  if (!resource) throw new Error(`${stack} has no ${name}`);
  const named = (property: string) => nameOf(templates, stack, name, resource, property);
  switch (resource.Type) {
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${named('BucketName')}`;
    case 'AWS::Lambda::Function':
      return arn('lambda', `function:${named('FunctionName')}`);
    case 'AWS::SQS::Queue':
      return arn('sqs', named('QueueName'));
    case 'AWS::SNS::Topic':
      return arn('sns', named('TopicName'));
    case 'AWS::KMS::Key':
      return arn('kms', `key/${stack}-${name}`);
    case 'AWS::Logs::LogGroup':
      return arn('logs', `log-group:${named('LogGroupName')}:*`);
    case 'AWS::IAM::Role':
      return `arn:aws:iam::${ACCOUNT}:role/${named('RoleName')}`;
    default:
      return arn('none', `${stack}-${name}`);
  }
}

function nameOf(
  templates: Templates,
  stack: string,
  name: string,
  resource: Resource,
  property: string,
): string {
  const given = resource.Properties[property];
  return given === undefined ? `${stack}-${name}` : String(concrete(templates, stack, given));
}
