import { messageOf } from '@clickstream/command-line';
import { checkedApp } from './synthesis/checked-app';
import { stageFrom } from './config';

try {
  checkedApp(stageFrom(process.env)).synth();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
