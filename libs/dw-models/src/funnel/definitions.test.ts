import { aWarehouse, type TestWarehouse } from '../testing/a-warehouse';

let warehouse: TestWarehouse;

beforeAll(async () => {
  warehouse = await aWarehouse();
});
afterAll(() => warehouse.close());

const steps = [{ event: 'a' }, { event: 'b' }];
const ask = (definition: unknown) =>
  warehouse.query('shiny', 'SELECT * FROM dash.funnel($1, $2, $3)', [
    JSON.stringify(definition),
    '2026-10-01',
    '2026-11-01',
  ]);
const firstStep = (more: object): object => ({ steps: [{ event: 'a', ...more }, { event: 'b' }] });

describe('dash.funnel refuses a definition', () => {
  it.each<[unknown, string]>([
    ['steps', 'definition of the funnel is "steps"; it must be an object'],
    [{}, 'steps of the funnel is missing; it must be a list of 2 to 8 steps'],
    [
      { steps: [{ event: 'a' }] },
      'steps of the funnel is [{"event": "a"}]; it must be a list of 2 to 8 steps',
    ],
    [{ steps: Array(9).fill({ event: 'a' }) }, 'it must be a list of 2 to 8 steps'],
    [
      { steps, colour: 1 },
      'definition.colour of the funnel is 1; it must be left out: there are only steps, order,',
    ],
    [{ steps, order: 'loose' }, 'order of the funnel is "loose"; it must be one of ordered, strict, any'],
    [{ steps, entry: 2 }, 'entry of the funnel is 2; it must be one of every, first'],
    [{ steps, unit: 'user' }, 'unit of the funnel is "user"; it must be one of session, visitor, cart'],
    [{ steps, traffic: 'bots' }, 'traffic of the funnel is "bots"; it must be one of people, shoppers, all'],
    [
      { steps, window: '91 days' },
      'window of the funnel is "91 days"; it must be a time from "1 minute" to "90 days"',
    ],
    [{ steps, window: '0 minutes' }, 'window of the funnel is "0 minutes"'],
    [{ steps, window: 60 }, 'window of the funnel is 60'],
    [{ steps, strict_once: 'yes' }, 'strict_once of the funnel is "yes"; it must be true or false'],
    [{ steps, breakdown: ['channel', 'device', 'page'] }, 'it must be a list of 1 to 2 texts'],
    [
      { steps, breakdown: ['user_id'] },
      'breakdown[1] of the funnel is "user_id"; it must be one of login_state, channel,',
    ],
    [{ steps, filters: { country: ['VN'] } }, 'filters.country of the funnel is ["VN"]; it must be left out'],
    [
      { steps, filters: { channel: 'direct' } },
      'filters.channel of the funnel is "direct"; it must be a list',
    ],
    [{ steps, watch: ['c'] }, 'watch of the funnel is ["c"]; it must be left out unless the order is strict'],
    [
      { steps, order: 'strict', watch: 'c' },
      'watch of the funnel is "c"; it must be a list of 1 to 100 texts',
    ],
    [
      { steps, order: 'any', strict_increase: true },
      'strict_increase of the funnel is true; it must be left out when',
    ],
    [
      { ...firstStep({ within: '1 day' }), order: 'any' },
      'within of a step of the funnel is "1 day"; it must be left out',
    ],
    [
      { steps: [{ event: '' }, { event: 'b' }] },
      'steps[1].event of the funnel is ""; it must be the name of an event',
    ],
    [{ steps: ['a', 'b'] }, 'steps[1] of the funnel is "a"; it must be an object'],
    [
      firstStep({ within: '1 second' }),
      'steps[1].within of the funnel is "1 second"; it must be a time from',
    ],
    [
      firstStep({ brand: { is: 'x' } }),
      'steps[1].brand of the funnel is {"is": "x"}; it must be left out: there are only',
    ],
    [firstStep({ product: 'x' }), 'steps[1].product of the funnel is "x"; it must be an object'],
    [
      firstStep({ product: {} }),
      'steps[1].product of the funnel is {}; it must be an object with one of is, one_of, starts_with',
    ],
    [firstStep({ page: { like: '%' } }), 'steps[1].page.like of the funnel is "%"; it must be left out'],
    [firstStep({ page: { is: 1 } }), 'steps[1].page.is of the funnel is 1; it must be a text'],
    [
      firstStep({ category: { one_of: [] } }),
      'steps[1].category.one_of of the funnel is []; it must be a list of 1 to 100 texts',
    ],
    [
      firstStep({ properties: { size: 'L' } }),
      'steps[1].properties.size of the funnel is "L"; it must be an object',
    ],
    [firstStep({ properties: [] }), 'steps[1].properties of the funnel is []; it must be an object'],
  ])('%j', async (definition, error) => {
    await expect(ask(definition)).rejects.toMatchObject({
      message: expect.stringContaining(error),
      code: '22023',
    });
  });

  it('without a range of time, and says so', async () => {
    await expect(
      warehouse.query('shiny', 'SELECT * FROM dash.funnel($1, NULL, now())', [JSON.stringify({ steps })]),
    ).rejects.toThrow('since of the funnel is missing; it must be a time before until');
  });
});

it('takes every text as text, whatever it looks like', async () => {
  const text = `'); DROP TABLE clickstream_events; -- %s %L $1 \\' "`;
  const condition = { is: text };
  const step = { event: text, product: condition, category: { one_of: [text] }, page: { starts_with: text } };
  const rows = await ask({
    steps: [{ ...step, properties: { [text]: condition } }, step],
    order: 'strict',
    watch: [text],
    filters: { channel: [text], campaign: [text] },
  });
  expect(rows).toMatchObject([
    { step: 1, event: text, units: '0' },
    { step: 2, event: text, units: '0' },
  ]);
});
