import { stateFiles, type LocalCloudConfig } from '../config';
import { local } from '../services/cloud-env';
import { runEtlOnce, type EtlUrls } from '../services/etl';
import type { Progress } from '../progress';
import { placeOrders } from './place-orders';
import { pushSample, simulationOf } from './push-sample';
import { ensureSampleState, saveSampleState } from './sample-state';

const count = (value: number) => value.toLocaleString('en');

/**
 * Sends and loads the sample shoppers, unless an earlier start has done so. After a killed start it
 * continues.
 */
export async function bringSample(
  config: LocalCloudConfig,
  urls: EtlUrls,
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
  await progress.step('Orders of the simulated shoppers in the shop', async () => {
    const orders = await placeOrders(urls.shopUrl, simulationOf(state, local(config.ports.storefront)));
    progress.say(`  ${count(orders)} orders placed`);
  });
  await progress.step('ETL of the simulated shoppers into the warehouse', async () => {
    const { loaded, quarantined } = await runEtlOnce(config, urls);
    progress.say(`  ${count(loaded)} events loaded, ${count(quarantined)} quarantined`);
  });
  saveSampleState(sample, { ...state, done: true });
}
