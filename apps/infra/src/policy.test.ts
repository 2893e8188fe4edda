import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { clickstreamApp } from './clickstream-app';
import { stageFrom } from './config';
import type { DataStack } from './stacks/data-stack';
import { ALL_SWITCHES } from './testing/synthesised';

interface Report {
  readonly pluginReports: {
    readonly pluginName?: string;
    readonly violations: { readonly ruleName: string }[];
  }[];
}

/** The app with cdk-nag, and CDK's own checks of templates as errors. */
function checkedApp() {
  const app = clickstreamApp(stageFrom({}), {
    ...ALL_SWITCHES,
    '@aws-cdk/core:validateAgainstDefaultRules': true,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

function violations(folder: string): string[] {
  const report = JSON.parse(readFileSync(join(folder, 'validation-report.json'), 'utf8')) as Report;
  return report.pluginReports.flatMap((plugin) => plugin.violations.map(({ ruleName }) => ruleName));
}

it('passes cdk-nag’s AwsSolutions and the built-in validation of templates', () => {
  const app = checkedApp();
  app.synth();
  expect(violations(app.outdir)).toEqual([]);
});

it('would notice: a careless bucket and an impossible function stop the synthesis', () => {
  const app = checkedApp();
  const data = app.node.findChild('Data') as DataStack;
  new CfnBucket(data, 'Careless');
  new CfnFunction(data, 'Impossible', {
    code: { zipFile: 'nothing' },
    role: 'arn:aws:iam::123456789012:role/none',
    handler: 'index.handler',
    runtime: 'nodejs24.x',
    timeout: 5_000,
  });
  expect(() => app.synth()).toThrow('The S3 Bucket has server access logs disabled');
  expect(violations(app.outdir)).toEqual(expect.arrayContaining(['AwsSolutions-S10', 'E3717']));
});
