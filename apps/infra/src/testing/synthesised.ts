import type { CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import { clickstreamApp } from '../clickstream-app';
import { stageFrom } from '../config';

/** A resource as a template has it. */
export interface Resource {
  readonly Type: string;
  // eslint would have a type for each of a thousand kinds of resources.
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Parameters?: Readonly<Record<string, { readonly Type: string; readonly Default?: string }>>;
}

/** Templates by the id of their stack: `Network`, `Data` ... */
export type Templates = Readonly<Record<string, Template>>;

/** Everything switched on, so that no stack escapes the tests. */
export const ALL_SWITCHES = {
  ec2messages: true,
  growth: true,
  deployRepository: 'shop/clickstream',
  storefrontRepository: 'https://github.com/shop/clickstream',
  alarmEmail: 'ops@shop.example',
};

/** The templates that a deployment would use. */
export function synthesised(
  context: Record<string, unknown> = {},
  env: Record<string, string> = {},
): Templates {
  const { stacks } = clickstreamApp(stageFrom(env), context).synth();
  return Object.fromEntries(
    stacks.map(({ id, template }: CloudFormationStackArtifact) => [id, template as Template]),
  );
}

/** A copy with changes, for planting a fault. */
export function changed(templates: Templates, change: (copy: Record<string, Template>) => void): Templates {
  const copy = structuredClone(templates) as Record<string, Template>;
  change(copy);
  return copy;
}

/** The resources of a type, by their names in the template. */
export function resourcesOf(template: Template, type: string): Record<string, Resource> {
  return Object.fromEntries(Object.entries(template.Resources).filter(([, { Type }]) => Type === type));
}
