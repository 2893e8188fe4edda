import { clickstreamApp } from './clickstream-app';
import { stageFrom } from './config';

try {
  clickstreamApp(stageFrom(process.env)).synth();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
