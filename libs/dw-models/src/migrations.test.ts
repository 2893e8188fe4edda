import { warehouseDataSource, migrateWarehouse } from './data-source';
import { EVENT_COLUMNS } from './event-columns';
import { aWarehouse, type TestWarehouse } from './testing/a-warehouse';

let warehouse: TestWarehouse;

beforeAll(async () => {
  warehouse = await aWarehouse();
});

afterAll(() => warehouse.close());

describe('the migrations', () => {
  it('leave nothing for TypeORM to change between the entities and the database', async () => {
    const dataSource = await warehouseDataSource(warehouse.adminUrl).initialize();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});
