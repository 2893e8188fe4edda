import { anAddToCart, aCheckoutComplete, aProductListView } from '@clickstream/event-schema/testing';
import pg from 'pg';
import { aFactsTestBed, at, factsOf } from '@clickstream/warehouse-load/testing';
import { FACTS_VERSION, rebuildOutdatedFacts } from '@clickstream/warehouse-load/warehouse';

const testBed = aFactsTestBed();
const { load } = testBed;

/** Facts of older definitions, as an update of the code finds them. */
const makeOld = () =>
  testBed.warehouse.query(
    'admin',
    'UPDATE facts_state SET version = 1; DELETE FROM orders; DELETE FROM carts; DELETE FROM lists_hourly',
  );
const version = () => testBed.warehouse.query('shiny', 'SELECT version FROM facts_state');

describe('facts of older definitions', () => {
  it('are up to date in a new warehouse', async () => {
    expect(await version()).toEqual([{ version: FACTS_VERSION }]);
  });

  it('are computed again by the next load, once', async () => {
    await load(at(0, aProductListView()), at(1, anAddToCart()), at(2, aCheckoutComplete()));
    const facts = await factsOf(testBed.warehouse);
    await makeOld();
    await load();
    expect(await factsOf(testBed.warehouse)).toEqual(facts);
    expect(await version()).toEqual([{ version: FACTS_VERSION }]);
  });

  it('wait for an operator when they are too many for a load', async () => {
    await load(at(1, anAddToCart()), at(2, aCheckoutComplete()));
    await makeOld();
    const client = new pg.Client({ connectionString: testBed.warehouse.etlUrl });
    await client.connect();
    expect(await rebuildOutdatedFacts(client, 1)).toMatch(
      /^The facts of 2 events are .*: run npm run rebuild\.$/,
    );
    expect(await version()).toEqual([{ version: 1 }]);
    expect(await rebuildOutdatedFacts(client)).toBe(
      'Computed the facts of 2 events again: their definitions have changed.',
    );
    expect(await rebuildOutdatedFacts(client)).toBeNull();
    await client.end();
  });
});
