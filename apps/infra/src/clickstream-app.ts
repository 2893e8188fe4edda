import { App, Tags } from 'aws-cdk-lib';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { DataStack } from './stacks/data-stack';
import { IngestStack } from './stacks/ingest-stack';
import type { Stage } from './stages';

/**
 * The stacks of a stage, one for each thing that is deployed. The ids (`Data`, `Ingest`) name them on the command line.
 *
 * @param context values such as `rawBucketName`; those of cdk.json and of `cdk -c` come on top
 */
export function clickstreamApp(stage: Stage, context: Record<string, unknown> = {}): App {
  const app = new App({ context: { ...recommendedFlags, ...context } });
  const data = new DataStack(app, 'Data', stage);
  const ingest = new IngestStack(app, 'Ingest', stage);
  // They share no resource; this is the order in which a new account is filled.
  ingest.addStackDependency(data);
  Tags.of(app).add('project', 'clickstream');
  Tags.of(app).add('stage', stage.name);
  return app;
}
