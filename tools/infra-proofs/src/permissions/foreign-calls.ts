import { ACCOUNT, REGION } from '../template/concrete';
import type { Call } from './permissions';

const arn = (service: string, rest: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;

/**
 * Calls on resources of others in the account. None of our roles has a reason to make one.
 */
const FOREIGN: readonly [action: string, resource: string][] = [
  ['ssm:GetParameter', arn('ssm', 'parameter/other/secret')],
  ['ssm:GetParameters', arn('ssm', 'parameter/other/secret')],
  ['ssm:GetParametersByPath', arn('ssm', 'parameter/other')],
  ['ssm:PutParameter', arn('ssm', 'parameter/other/secret')],
  ['kms:Decrypt', arn('kms', 'key/other')],
  ['secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:other')],
  ['s3:GetObject', 'arn:aws:s3:::other/one'],
  ['s3:PutObject', 'arn:aws:s3:::other/one'],
  ['s3:ListBucket', 'arn:aws:s3:::other'],
  ['lambda:InvokeFunction', arn('lambda', 'function:other')],
  ['ses:SendEmail', arn('ses', 'identity/other.example')],
  ['sqs:SendMessage', arn('sqs', 'other')],
  ['sns:Publish', arn('sns', 'other')],
  ['logs:PutLogEvents', arn('logs', 'log-group:other:log-stream:one')],
  ['sts:AssumeRole', `arn:aws:iam::${ACCOUNT}:role/Administrator`],
  ['iam:PassRole', `arn:aws:iam::${ACCOUNT}:role/Administrator`],
  ['iam:CreateUser', `arn:aws:iam::${ACCOUNT}:user/new`],
  ['iam:PutRolePolicy', `arn:aws:iam::${ACCOUNT}:role/Etl-EtlRole`],
];

/** The same calls by their names in the table. */
export function foreignCalls(): Record<string, Call[]> {
  return Object.fromEntries(
    FOREIGN.map(([action, resource]) => [`foreign: ${action}`, [{ action, resource }]]),
  );
}
