import { ACCOUNT, concrete, REGION } from '../template/concrete';
import { allOf } from '../template/references';
import type { Templates } from '@clickstream/infra/synthesised';

/**
 * Properties of a statement that are understood; one with others, such as
 * `NotResource`, is output as JSON.
 */
const READ = ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition'];

/** Output for an endpoint without a policy. */
const EVERYTHING = '* on *';

/**
 * Calls that the S3 endpoint allows: lines of `action on bucket/keys`, which end with
 * `by our account` where the caller must belong to it.
 */
export function callsThroughEndpoint(templates: Templates): string[] {
  const gateways = allOf(templates, 'AWS::EC2::VPCEndpoint').filter(
    ({ resource }) => resource.Properties['VpcEndpointType'] === 'Gateway',
  );
  const lines = gateways.flatMap(({ stack, resource }) => {
    const policy = concrete(templates, stack, resource.Properties['PolicyDocument']) as
      { Statement: Record<string, unknown>[] } | undefined;
    return policy?.Statement.flatMap(linesOf) ?? [EVERYTHING];
  });
  return [...new Set(lines)].sort();
}

function linesOf(statement: Record<string, unknown>): string[] {
  if (Object.keys(statement).some((key) => !READ.includes(key))) return [JSON.stringify(statement)];
  if (statement['Effect'] === 'Deny') return [];
  const condition = JSON.stringify(statement['Condition'] ?? {});
  const own = condition === `{"StringEquals":{"aws:PrincipalAccount":"${ACCOUNT}"}}`;
  const ending = own ? ' by our account' : condition === '{}' ? '' : ` if ${condition}`;
  return [statement['Action']].flat().flatMap((action) =>
    [statement['Resource']].flat().map((resource) => {
      const keys = String(resource)
        .replace(/^arn:aws:s3:::/, '')
        .replaceAll(ACCOUNT, 'ACCOUNT')
        .replaceAll(REGION, 'REGION');
      return `${String(action)} on ${keys}${ending}`;
    }),
  );
}
