import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { createWarehouse, migrateWarehouse } from '@clickstream/dw-models';
import { startPostgres } from '@clickstream/local-servers';
import { createShopDatabase, migrateShop } from '@clickstream/shop-models';

/** The databases of both machines, on one server of this machine. */
export interface RehearsalDatabases {
  /** Creates and migrates both, with the passwords of Parameter Store. */
  install(): Promise<void>;
  /** Address of the warehouse with the role of the ETL. @throws Error before `install` */
  etlUrl(): string;
  stop(): Promise<void>;
}

/** Starts the server. @param folder of the stage's parameters, such as `/clickstream-trial` */
export async function startDatabases(folder: string, region: string): Promise<RehearsalDatabases> {
  const server = await startPostgres();
  let etlUrl: string | undefined;
  return {
    async install() {
      const store = new SSMClient({ region });
      const password = async (name: string) => {
        const question = new GetParameterCommand({ Name: `${folder}/${name}`, WithDecryption: true });
        return (await store.send(question)).Parameter?.Value ?? '';
      };
      const warehouse = await createWarehouse(server.url, {
        dw_admin: await password('warehouse/dw_admin'),
        etl_writer: await password('warehouse/etl_writer'),
        shiny_ro: await password('warehouse/shiny_ro'),
        shiny_done: await password('warehouse/shiny_done'),
        shiny_saved: await password('warehouse/shiny_saved'),
      });
      await migrateWarehouse(warehouse.adminUrl);
      const shop = await createShopDatabase(server.url, {
        shop_admin: await password('shop-database/shop_admin'),
        shop_app: await password('shop-database/shop_app'),
      });
      await migrateShop(shop.shop_admin);
      etlUrl = warehouse.etlUrl;
    },
    etlUrl() {
      if (!etlUrl) throw new Error('The warehouse is not installed yet.');
      return etlUrl;
    },
    stop: async () => {
      await server.stop();
    },
  };
}
