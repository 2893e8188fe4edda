import { checkedApp } from './checked-app';
import { stageFrom } from './config';

try {
  checkedApp(stageFrom(process.env)).synth();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
