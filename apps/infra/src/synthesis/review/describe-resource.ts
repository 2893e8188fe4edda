import type { Resource } from '../templates';

/** Replaces what a deployment may choose freely, such as an address, by a name for it. */
export type Mask = (text: string) => string;

/** Kinds in which a number decides who gets in. In others it is a size, which may change. */
const NUMBERS_MATTER = /^AWS::(EC2::SecurityGroup|Cognito|IAM|KMS|SSM|Lambda::Permission)/;

/** Properties that people read, and that grant nothing. */
const PROSE = new Set(['Tags', 'Description', 'AlarmDescription', 'DashboardBody']);

/**
 * A resource as lines that do not depend on order: `path = value` for each property, one line for
 * each statement of a policy, one for each line of a script.
 */
export function describeResource(resource: Resource, mask: Mask): string[] {
  const { Type, Properties = {}, DeletionPolicy, UpdateReplacePolicy } = resource;
  const lines = new Set<string>();

  function addLeaf(path: string, value: unknown): void {
    const text = mask(typeof value === 'number' && !NUMBERS_MATTER.test(Type) ? '#' : canonical(value));
    // A script is easier to compare line by line.
    for (const part of text.split('\\n')) lines.add(`${path} = ${part}`);
  }

  function add(path: string, value: unknown): void {
    if (Array.isArray(value)) {
      if (value.length === 0) addLeaf(path, value);
      for (const item of value)
        if (path.endsWith('Statement')) addLeaf(path, item);
        else add(`${path}[]`, item);
    } else if (isBranch(value)) {
      for (const [name, inner] of Object.entries(value))
        if (!PROSE.has(name)) add(path === '' ? name : `${path}.${name}`, inner);
    } else addLeaf(path, value);
  }

  add('', Properties);
  for (const [name, value] of Object.entries({ DeletionPolicy, UpdateReplacePolicy }))
    if (value !== undefined) addLeaf(name, value);
  return [...lines].sort();
}

/** An object with properties of its kind, not an intrinsic function. */
function isBranch(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const names = Object.keys(value);
  return !(names.length === 1 && /^(Ref|Fn::.*)$/.test(names[0] ?? ''));
}

/** JSON with the properties of objects, and the members of policies' lists, in a fixed order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (name, inner: unknown) => {
    if (Array.isArray(inner) && /^(Action|NotAction|Resource|NotResource)$/.test(name))
      return [...(inner as unknown[])].sort((one, other) => (canonical(one) < canonical(other) ? -1 : 1));
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
