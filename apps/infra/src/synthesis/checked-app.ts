import { Validations, type App } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { clickstreamApp } from '../clickstream-app';
import type { Stage } from '../stages/stages';
import { switchesOf } from '../switches';
import { reviewPlugin } from './review/review-plugin';
import { stageMask } from './review/stage-mask';
import { StrictTemplates } from './values/strict-templates';
import { valueRulesPlugin } from './values/value-rules-plugin';

/**
 * The stacks of a stage, whose synthesis fails on any unacknowledged finding of cdk-nag or of CDK's
 * template validation, on a value that AWS refuses, and on anything that differs from what was
 * reviewed. Deployments are synthesised by this, so no finding reaches an account.
 *
 * @param context as {@link clickstreamApp} takes it
 */
export function checkedApp(stage: Stage, context: Record<string, unknown> = {}): App {
  const failing = { ...context, '@aws-cdk/core:validateAgainstDefaultRules': true };
  const app = clickstreamApp(stage, failing, { isValidated: true });
  Validations.of(app).addPlugins(
    new AwsSolutionsChecks(app),
    new StrictTemplates(),
    valueRulesPlugin,
    reviewPlugin(stageMask(stage, switchesOf(app))),
  );
  return app;
}
