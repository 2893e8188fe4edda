import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, startLocalCloud } from '@clickstream/local-cloud';

export interface ShopAlone {
  readonly url: string;
  stop(): Promise<void>;
}

/** The built shop with its database and its sign-in, without the path of events. */
export async function aShopAlone(consentByDefault: 'ask' | 'granted'): Promise<ShopAlone> {
  process.env.CONSENT_BY_DEFAULT = consentByDefault;
  const stateFolder = mkdtempSync(join(tmpdir(), 'clickstream-shop-'));
  const cloud = await startLocalCloud({
    stateFolder,
    ports: await freePorts(),
    sampleDays: 0,
    etlIntervalSeconds: 60,
    corsOrigins: [],
    storefront: 'start',
    analytics: false,
  });
  return {
    url: cloud.env.STOREFRONT_URL ?? '',
    async stop() {
      await cloud.stop();
      rmSync(stateFolder, { recursive: true, force: true });
    },
  };
}
