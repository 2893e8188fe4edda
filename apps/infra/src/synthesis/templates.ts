import { clickstreamApp } from '../clickstream-app';
import type { Stage } from '../stages/stages';

/** A resource in a template. */
export interface Resource {
  readonly Type: string;
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

/** The templates that a deployment of a stage would use. */
export function templatesOf(stage: Stage, context: Record<string, unknown> = {}): Templates {
  const { stacks } = clickstreamApp(stage, context).synth();
  return Object.fromEntries(stacks.map(({ id, template }) => [id, template as Template]));
}
