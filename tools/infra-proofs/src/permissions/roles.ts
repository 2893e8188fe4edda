import { concrete } from '../template/concrete';
import { allOf, type Found } from '../template/references';
import type { Templates } from '@clickstream/infra/synthesised';

export type Statement = Readonly<Record<string, unknown>>;

export interface Policy {
  readonly Statement: readonly Statement[];
}

/** A role of one of the stacks, as one account would have it. */
export interface Role {
  /** Principals that may assume it. */
  readonly trust: readonly Statement[];
  /** Its policies, wherever in the templates they are written. */
  readonly policies: readonly Policy[];
}

/** Kinds of resources that give rights to roles. */
const POLICIES = ['AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy'];

/** The roles of all stacks by `Stack/Role`. */
export function rolesOf(templates: Templates): Map<string, Role> {
  const written = POLICIES.flatMap((type) => allOf(templates, type));
  const roles = allOf(templates, 'AWS::IAM::Role').map((role): [string, Role] => {
    const { Policies: inline = [], AssumeRolePolicyDocument: trust } = role.resource.Properties;
    const attached = written.filter((policy) => isFor(policy, role));
    const documents = [
      ...attached.map(({ stack, resource }) =>
        concrete(templates, stack, resource.Properties['PolicyDocument']),
      ),
      ...(inline as { PolicyDocument: unknown }[]).map((one) =>
        concrete(templates, role.stack, one.PolicyDocument),
      ),
    ];
    const { Statement } = concrete(templates, role.stack, trust) as Policy;
    return [role.id.replace(/[0-9A-F]{8}$/, ''), { trust: Statement, policies: documents as Policy[] }];
  });
  return new Map(roles.sort(([one], [other]) => one.localeCompare(other)));
}

/**
 * Tests if a policy belongs to a role, which it names by reference or, from another stack, by name.
 */
function isFor({ stack, resource: { Properties } }: Found, role: Found): boolean {
  const names = [Properties['Roles'] ?? [], Properties['RoleName'] ?? []].flat();
  const called = JSON.stringify(role.resource.Properties['RoleName'] ?? role.name);
  return names.some(
    (name) =>
      (stack === role.stack && (name as { Ref?: string }).Ref === role.name) ||
      JSON.stringify(name) === called,
  );
}
