import { rmSync } from 'node:fs';
import type { App } from 'aws-cdk-lib';
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
  return readTemplates(clickstreamApp(stage, { ...context, ...NO_COPIES }));
}

/** Context of an app that nobody deploys: its bundles, a hundred megabytes, are not copied. */
export const NO_COPIES = { [DISABLE_ASSET_STAGING_CONTEXT]: true };

/** The templates of an app that nobody deploys; what its synthesis has written is removed. */
export function readTemplates(app: App): Templates {
  try {
    return Object.fromEntries(app.synth().stacks.map(({ id, template }) => [id, template as Template]));
  } finally {
    rmSync(app.outdir, { recursive: true, force: true });
  }
}
