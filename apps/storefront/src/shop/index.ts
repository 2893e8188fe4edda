import { readConfig } from '../config';
import type { ShopGateway } from './gateway';

export * from './gateway';

/** One gateway per process: Next may load this module once per route, and connections are few. */
const shared = globalThis as { shopGateway?: Promise<ShopGateway> };

/**
 * The shop, through the configured gateway. A gateway that could not open is tried again next time.
 */
export async function shop(): Promise<ShopGateway> {
  shared.shopGateway ??= openGateway().catch((error: unknown) => {
    delete shared.shopGateway;
    throw error;
  });
  return shared.shopGateway;
}

async function openGateway(): Promise<ShopGateway> {
  const { shop: source } = readConfig();
  if (source.kind === 'lambda') {
    const { openLambdaGateway } = await import('./lambda-gateway');
    return openLambdaGateway(source.name);
  }
  const { openDirectGateway } = await import('./direct-gateway');
  return openDirectGateway(source.url);
}
