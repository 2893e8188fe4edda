import type { Resource, Template, Templates } from '@clickstream/infra/synthesised';

/** A resource in one of the templates. */
export interface Found {
  readonly id: string;
  readonly stack: string;
  readonly name: string;
  readonly resource: Resource;
}

/** All resources of a type in all templates, with an id that is unique among them. */
export function allOf(templates: Templates, type: string): Found[] {
  return Object.entries(templates).flatMap(([stack, { Resources }]) =>
    Object.entries(Resources)
      .filter(([, { Type }]) => Type === type)
      .map(([name, resource]) => ({ id: `${stack}/${name}`, stack, name, resource })),
  );
}

/**
 * Target of a value in a template, across stacks: the id of a resource, or the literal text.
 * Follows parameters that one stack writes into Parameter Store and another reads.
 *
 * @throws Error when a stack reads a parameter that no stack publishes
 */
export function follow(templates: Templates, stack: string, value: unknown): string {
  if (typeof value === 'string') return value;
  const reference = value as { Ref?: string; 'Fn::GetAtt'?: [string, string] };
  const target = reference.Ref ?? reference['Fn::GetAtt']?.[0];
  const template: Template | undefined = templates[stack];
  if (target === undefined || !template) throw new Error(`${stack}: cannot follow ${JSON.stringify(value)}`);
  if (target in template.Resources) return `${stack}/${target}`;
  const parameter = template.Parameters?.[target]?.Default;
  const published = allOf(templates, 'AWS::SSM::Parameter').find(
    ({ resource }) => resource.Properties['Name'] === parameter,
  );
  if (!published) throw new Error(`${stack} reads ${parameter ?? target}, which no stack publishes`);
  return follow(templates, published.stack, published.resource.Properties['Value']);
}
