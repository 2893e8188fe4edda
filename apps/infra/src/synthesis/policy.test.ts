import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { checkedApp } from './checked-app';
import { stageFrom } from '../config';
import { STAGES } from '../stages/stages';
import type { DataStack } from '../stacks/data-stack';
import { ALL_SWITCHES } from './synthesised';

interface Report {
  readonly pluginReports: {
    readonly pluginName?: string;
    readonly violations: { readonly ruleName: string }[];
  }[];
}

function violations(folder: string): string[] {
  const report = JSON.parse(readFileSync(join(folder, 'validation-report.json'), 'utf8')) as Report;
  return report.pluginReports.flatMap((plugin) => plugin.violations.map(({ ruleName }) => ruleName));
}

it.each(STAGES)('passes cdk-nag’s AwsSolutions and the built-in validation of templates: $name', (stage) => {
  const app = checkedApp(stage, ALL_SWITCHES);
  app.synth();
  expect(violations(app.outdir)).toEqual([]);
});

it('passes them with the warehouse on Aurora as well', () => {
  const app = checkedApp(stageFrom({}), { managedWarehouse: 'aurora' });
  app.synth();
  expect(violations(app.outdir)).toEqual([]);
});

it('fails the synthesis for an insecure bucket and an invalid function', () => {
  const app = checkedApp(stageFrom({}), ALL_SWITCHES);
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
