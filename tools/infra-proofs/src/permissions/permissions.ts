import { runSimulation } from '@cloud-copilot/iam-simulate';
import { ACCOUNT, concrete } from '../template/concrete';
import { allOf } from '../template/references';
import type { Policy } from './roles';
import type { Templates } from '@clickstream/infra/synthesised';

/** A call to AWS as a policy sees it. */
export interface Call {
  readonly action: string;
  readonly resource: string;
  /** Condition keys in addition to those of every call. */
  readonly context?: Readonly<Record<string, string | string[]>>;
  /** The policies of the resource that is called, and of the endpoint on the way. */
  readonly resourcePolicy?: object;
  readonly endpointPolicy?: object;
}

/** The policy of a bucket or a key, with the conditions that it has in one account. */
export function policyOf(templates: Templates, type: string, logicalName: RegExp, property: string): Policy {
  const found = allOf(templates, type).find(({ name }) => logicalName.test(name));
  if (!found) throw new Error(`No ${type} ${logicalName.source}`);
  return concrete(templates, found.stack, found.resource.Properties[property]) as Policy;
}

/**
 * The simulator drops the key `kms:EncryptionContext:…`, whose name has a part that is free. Under
 * another name, in the policies and in the call, it compares it like any other.
 */
function withKnownKeys<T>(policiesOrContext: T): T {
  const text = JSON.stringify(policiesOrContext).replaceAll('kms:EncryptionContext:', 'aws:PrincipalTag/');
  return JSON.parse(text) as T;
}

/** Simulates a call by a principal with these policies. @returns true when AWS allows it */
export async function isAllowed(
  principal: string,
  policies: readonly Policy[],
  call: Call,
): Promise<boolean> {
  const result = await runSimulation(
    {
      request: {
        principal,
        action: call.action,
        resource: { resource: call.resource, accountId: ACCOUNT },
        contextVariables: withKnownKeys({
          'aws:PrincipalArn': principal,
          'aws:PrincipalAccount': ACCOUNT,
          'aws:PrincipalIsAWSService': 'false',
          'aws:SecureTransport': 'true',
          ...call.context,
        }),
      },
      identityPolicies: policies.map((policy, index) => ({
        name: `policy ${index}`,
        policy: withKnownKeys(policy),
      })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(call.resourcePolicy ? { resourcePolicy: call.resourcePolicy } : {}),
      ...(call.endpointPolicy
        ? { vpcEndpointPolicies: [{ name: 'endpoint', policy: call.endpointPolicy }] }
        : {}),
    },
    {},
  );
  if (result.resultType === 'error')
    throw new Error(
      `${call.action} on ${call.resource} cannot be simulated: ${JSON.stringify(result.errors)}`,
    );
  return result.overallResult === 'Allowed';
}
