import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PASSWORDS, parameterArn, shared } from '../parameters';
import type { Stage } from '../stages/stages';
import type { Right } from './allow';

type Database = keyof typeof PASSWORDS;

/**
 * Rights of a database's machine: it reads the passwords of all roles, one at a time, to set them.
 */
export function machineReadsPasswords(scope: Construct, stage: Stage, database: Database): Right[] {
  const arns = PASSWORDS[database].map((role) => parameterArn(scope, stage, `${database}/${role}`));
  return [{ actions: ['ssm:GetParameter'], resources: arns }, decrypts(scope, stage, arns)];
}

/**
 * Rights of a Lambda that signs in as one role: it reads the database's address and that password,
 * in one call.
 */
export function lambdaReadsPassword<D extends Database>(
  scope: Construct,
  stage: Stage,
  database: D,
  role: (typeof PASSWORDS)[D][number],
): Right[] {
  const password = parameterArn(scope, stage, `${database}/${role}`);
  const host = parameterArn(scope, stage, `${database}/host`);
  return [
    { actions: ['ssm:GetParameters'], resources: [host, password] },
    decrypts(scope, stage, [password]),
  ];
}

/** The key decrypts only these parameters, and only through Parameter Store. */
function decrypts(scope: Construct, stage: Stage, parameterArns: string[]): Right {
  return {
    actions: ['kms:Decrypt'],
    resources: [shared(scope, stage, 'data/key')],
    conditions: {
      StringEquals: {
        'kms:EncryptionContext:PARAMETER_ARN': parameterArns,
        'kms:ViaService': `ssm.${Stack.of(scope).region}.amazonaws.com`,
      },
    },
  };
}
