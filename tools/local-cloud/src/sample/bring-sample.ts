import { stateFiles, type LocalCloudConfig } from '../config';
import { local } from '../services/cloud-env';
import { runEtlOnce } from '../services/etl';
import type { Progress } from '../progress';
import { pushSample } from './push-sample';
import { ensureSampleState, saveSampleState } from './sample-state';

const count = (value: number) => value.toLocaleString('en');

/**
 * Sends and loads the sample shoppers, unless an earlier start has done so. After a killed start it
 * continues.
 */
export async function bringSample(
  config: LocalCloudConfig,
  etlUrl: string,
  progress: Progress,
  now = new Date(),
): Promise<void> {
  const { sample, sampleTruth } = stateFiles(config.stateFolder);
  const state = ensureSampleState(sample, config.sampleDays, now);
  if (state.done) return;
  const bar = progress.bar(`${state.days} days of simulated shoppers`);
  try {
    const events = await pushSample(state, {
      apiUrl: local(config.ports.httpApi),
      shopUrl: local(config.ports.storefront),
      stateFile: sample,
      truthFile: sampleTruth,
      onProgress: (fraction, sent) => bar.update(fraction, `${count(sent)} events`),
    });
    bar.update(1, `${count(events)} events`);
  } finally {
    bar.stop();
  }
  await progress.step('ETL of the simulated shoppers into the warehouse', async () => {
    const { loaded, quarantined } = await runEtlOnce(config, etlUrl);
    progress.say(`  ${count(loaded)} events loaded, ${count(quarantined)} quarantined`);
  });
  saveSampleState(sample, { ...state, done: true });
}
