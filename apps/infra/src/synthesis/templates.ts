import { DISABLE_ASSET_STAGING_CONTEXT } from 'aws-cdk-lib/cx-api';
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
  // Bundles are not copied for every look at the templates.
  const app = clickstreamApp(stage, { ...context, [DISABLE_ASSET_STAGING_CONTEXT]: true });
  const { stacks } = app.synth();
  return Object.fromEntries(stacks.map(({ id, template }) => [id, template as Template]));
}
