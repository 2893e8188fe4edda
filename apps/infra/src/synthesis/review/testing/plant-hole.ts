import type { Resource, Template } from '../../templates';

type Copy = Record<string, Template>;
type Properties = Record<string, unknown>;
type Statement = Record<string, unknown>;

/** A change to the templates that lets somebody in, or removes what would notice. */
export interface Hole {
  readonly what: string;
  readonly stack: string;
  readonly plant: (copy: Copy) => void;
}

const resource = (copy: Copy, stack: string, name: string): Resource => {
  const found = Object.entries(copy[stack]?.Resources ?? {}).find(([id]) =>
    new RegExp(`^${name}([0-9A-F]{8})?$`).test(id),
  );
  if (!found) throw new Error(`The stack ${stack} has no resource ${name}.`);
  return found[1];
};

/** Edits the properties of a resource. */
export const change =
  (stack: string, name: string, edit: (properties: Properties) => void) =>
  (what: string): Hole => ({ what, stack, plant: (copy) => edit(resource(copy, stack, name).Properties) });

/** Gives a resource further properties. */
export const set = (stack: string, name: string, properties: Properties) =>
  change(stack, name, (own) => Object.assign(own, properties));

/** Adds a resource. */
export const add =
  (stack: string, Type: string, Properties: Properties) =>
  (what: string): Hole => ({
    what,
    stack,
    plant: (copy) => Object.assign(copy[stack]?.Resources ?? {}, { Planted: { Type, Properties } }),
  });

/** Removes a resource. */
export const remove =
  (stack: string, name: string) =>
  (what: string): Hole => ({
    what,
    stack,
    plant: (copy) => {
      const resources = copy[stack]?.Resources as Record<string, Resource>;
      const gone = resource(copy, stack, name);
      for (const [id, each] of Object.entries(resources)) if (each === gone) delete resources[id];
    },
  });

/** The statements of a policy, of a key or of trust. */
export const statementsOf = (properties: Properties): Statement[] => {
  const document =
    properties['PolicyDocument'] ?? properties['KeyPolicy'] ?? properties['AssumeRolePolicyDocument'];
  return (document as { Statement: Statement[] }).Statement;
};

/** Adds a statement to a policy. */
export const allow = (stack: string, name: string, statement: Statement) =>
  change(stack, name, (own) => statementsOf(own).push({ Effect: 'Allow', ...statement }));

/** Writes the change as text: the edit of one value that occurs in a resource. */
export const replace =
  (stack: string, name: string, from: string, to: string) =>
  (what: string): Hole => ({
    what,
    stack,
    plant: (copy) => {
      const own = resource(copy, stack, name);
      const text = JSON.stringify(own);
      if (!text.includes(from)) throw new Error(`${stack}/${name} does not contain ${from}.`);
      Object.assign(own, JSON.parse(text.replace(from, to)));
    },
  });
