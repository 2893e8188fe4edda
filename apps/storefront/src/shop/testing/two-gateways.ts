import { randomBytes } from 'node:crypto';
import {
  checkInput,
  createShop,
  createShopDataSource,
  createShopDatabase,
  migrateShop,
  seedShop,
} from '@clickstream/shop-models';
import { openDirectGateway } from '../direct-gateway';
import { isShopError, type ShopAnswer, type ShopGateway, type ShopRequest } from '../gateway';
import { lambdaGateway } from '../lambda-gateway';

export type DataSource = ReturnType<typeof createShopDataSource>;

/** A new shop behind both of its gateways. */
export interface TwoGateways {
  readonly dataSource: DataSource;
  /** A new gateway; each test opens its own. */
  open(kind: GatewayKind): Promise<ShopGateway>;
  close(): Promise<void>;
}

export const GATEWAY_KINDS = ['direct', 'lambda'] as const;
export type GatewayKind = (typeof GATEWAY_KINDS)[number];

/** The shop in a new database, directly and as through its Lambda. */
export async function twoGateways(): Promise<TwoGateways> {
  const name = `storefront_${randomBytes(6).toString('hex')}`;
  const server = process.env.TEST_POSTGRES_URL ?? '';
  const urls = await createShopDatabase(server, { shop_admin: 'admin', shop_app: 'app' }, name);
  await migrateShop(urls.shop_admin);
  await seedShop(urls.shop_admin);
  const dataSource = await createShopDataSource(urls.shop_app).initialize();
  return {
    dataSource,
    open: (kind) =>
      kind === 'direct'
        ? openDirectGateway(urls.shop_app)
        : Promise.resolve(lambdaGateway((payload) => asLambda(dataSource, payload))),
    close: () => dataSource.destroy(),
  };
}

/** The Lambda without AWS: JSON in, JSON out, refusals as answers. */
async function asLambda(dataSource: DataSource, payload: string): Promise<string> {
  const { operation, input } = JSON.parse(payload) as ShopRequest;
  const answer = async (): Promise<ShopAnswer> => {
    try {
      const run = createShop(dataSource)[operation] as (input: unknown) => Promise<never>;
      return { ok: true, result: await run(checkInput(operation, input)) };
    } catch (error) {
      if (!isShopError(error)) throw error;
      return { ok: false, error: { code: error.code, message: error.message } };
    }
  };
  return JSON.stringify(await answer());
}
