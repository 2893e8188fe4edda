import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, type PolicyStatementProps, type Role } from 'aws-cdk-lib/aws-iam';
import { acknowledge } from '../acknowledge';

/** Rights of a role, as data. */
export type Right = Pick<PolicyStatementProps, 'sid' | 'conditions'> & {
  readonly actions: string[];
  readonly resources: string[];
};

/**
 * Adds rights to a role.
 *
 * @param wildcardReason why the resources need wildcards; cdk-nag requires it
 */
export function allow(role: Role, rights: Right | readonly Right[], wildcardReason?: string): void {
  for (const right of [rights].flat() as Right[]) {
    role.addToPolicy(new PolicyStatement(right));
    if (wildcardReason === undefined) continue;
    for (const resource of right.resources) {
      const written = asWritten(Stack.of(role).resolve(resource));
      if (written.includes('*')) acknowledge(role, `AwsSolutions-IAM5[Resource::${written}]`, wildcardReason);
    }
  }
}

/** An ARN as cdk-nag writes it: references in angle brackets. */
function asWritten(resolved: unknown): string {
  if (typeof resolved === 'string') return resolved;
  const [[intrinsic, value] = ['', undefined]] = Object.entries(resolved as Record<string, unknown>);
  if (intrinsic === 'Fn::Join') return (value as [string, unknown[]])[1].map(asWritten).join('');
  if (intrinsic === 'Fn::GetAtt') return `<${(value as string[]).join('.')}>`;
  return value === 'AWS::Partition' ? 'aws' : `<${String(value)}>`;
}
