import { messageOf } from '@clickstream/command-line';
import { Validations } from 'aws-cdk-lib';
import { checkedApp } from './synthesis/checked-app';
import { cfnLintPlugin } from './synthesis/values/cfn-lint-plugin';
import { stageFrom } from './config';

try {
  const stage = stageFrom(process.env);
  const app = checkedApp(stage);
  // In the synthesis that is deployed alone: it takes seconds, and is not on every machine.
  Validations.of(app).addPlugins(cfnLintPlugin(stage.region));
  app.synth();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
