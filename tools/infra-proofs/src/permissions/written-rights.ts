import { allOf } from '../template/references';
import type { Role, Statement } from './roles';
import type { Templates } from '@clickstream/infra/synthesised';

/**
 * Properties of a statement that are understood; one with others, such as
 * `NotAction`, is output as JSON.
 */
const READ = ['Sid', 'Effect', 'Action', 'Resource', 'Condition'];

/**
 * Every action that a role's policies allow, with ` on *` if they allow it on all resources.
 */
export function actionsOf({ policies }: Role): string[] {
  const lines = policies.flatMap(({ Statement }) => Statement.flatMap(linesOf));
  return [...new Set(lines)].sort();
}

function linesOf(statement: Statement): string[] {
  if (Object.keys(statement).some((key) => !READ.includes(key))) return [JSON.stringify(statement)];
  if (statement['Effect'] === 'Deny') return [];
  const isWide = [statement['Resource']].flat().includes('*');
  return [statement['Action']].flat().map((action) => `${String(action)}${isWide ? ' on *' : ''}`);
}

/** Principals that may assume a role, with their conditions. */
export function trustOf({ trust }: Role): string[] {
  return trust.map((statement) => {
    const { Principal, Condition } = statement;
    const who = Object.values((Principal ?? { who: statement }) as object)
      .flat()
      .map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
    return [...who, ...(Condition ? [JSON.stringify(Condition)] : [])].join(' if ');
  });
}

/** Resource types that grant rights without a role: users, groups and access keys. */
const PEOPLE = /^AWS::IAM::(?!Role$|Policy$|InstanceProfile$|OIDCProvider$)/;

/** Resources that are, or may become, a principal other than a role. */
export function peopleIn(templates: Templates): string[] {
  return Object.values(templates).flatMap(({ Resources }) =>
    Object.values(Resources).flatMap(({ Type }) => (PEOPLE.test(Type) ? [Type] : [])),
  );
}

/**
 * Resources whose policy lets in everybody, by their id: it has a statement that allows `*` without
 * a condition.
 */
export function openToEverybody(templates: Templates): string[] {
  const policies = Object.entries(templates).flatMap(([stack, { Resources }]) =>
    Object.entries(Resources)
      .filter(([, { Type }]) => Type !== 'AWS::EC2::VPCEndpoint')
      .flatMap(([name, { Properties }]) =>
        Object.values(Properties ?? {}).flatMap((value) => {
          const statements = (value as { Statement?: Statement[] } | null)?.Statement ?? [];
          return statements.some(isOpen) ? [`${stack}/${name}`] : [];
        }),
      ),
  );
  const permissions = allOf(templates, 'AWS::Lambda::Permission').filter(
    ({ resource: { Properties } }) =>
      !String(Properties['Principal']).endsWith('.amazonaws.com') || !Properties['SourceArn'],
  );
  return [...policies, ...permissions.map(({ id }) => id)];
}

function isOpen({ Effect, Principal, NotPrincipal, Condition }: Statement): boolean {
  const named =
    typeof Principal === 'object' && Principal !== null ? Object.values(Principal).flat() : [Principal];
  return Effect === 'Allow' && Condition === undefined && (NotPrincipal !== undefined || named.includes('*'));
}
