import { CLICKSTREAM_EVENTS } from '@clickstream/dw-models/tables';
import { Chunk } from '../chunk/chunk';
import { CopyRows } from '../copy/copy-rows';
import { linesOf } from '../lines/raw-lines';
import { LOCATION } from '../testing/a-row';
import { HOSTILE_VALUES } from '../testing/hostile-values';
import { FIELD_NAMES } from '../testing/odd-json';
import { toWarehouseRow } from './to-warehouse-row';

const INNER_NAMES = [
  'id',
  'name',
  'price',
  'quantity',
  'items',
  'cartId',
  'orderId',
  'term',
  'dataset',
  'lost',
];

/**
 * Events with the value in one field, or inside the object of one, in the form of ingest and of
 * other writers.
 */
function* eventsWith(json: string): Generator<string> {
  for (const stamp of ['', '"_ingest":{},']) {
    for (const field of FIELD_NAMES) {
      yield `{${stamp}"eventName":"custom_1","${field}":${json}}`;
      for (const inner of INNER_NAMES)
        yield `{${stamp}"eventName":"custom_1","${field}":{"${inner}":${json}}}`;
    }
    yield `{${stamp}"eventName":${json}}`;
    yield `{${stamp}"eventName":"checkout_complete","order":{"items":[${json},{"id":"P","price":${json}}]}}`;
  }
}

it.each(HOSTILE_VALUES.map((json) => [json.slice(0, 60), json]))(
  'an event with %s in any field is a row or has a reason',
  (_name, json) => {
    const copyRows = new CopyRows(CLICKSTREAM_EVENTS.columns);
    let rows = 0;
    for (const text of eventsWith(json)) {
      const result = toWarehouseRow(JSON.parse(text), LOCATION);
      if (result.ok) copyRows.add(result.row);
      else expect(result.reason).toMatch(/^(bad_event_name|unreadable_time|impossible_time|too_deep)$/);
      rows += Number(result.ok);
    }
    // Ingest could not write an event that nests deeper than the call stack, so none is read from a
    // bucket.
    if (json.length > 20_000) expect(rows).toBe(0);
    else expect(rows).toBeGreaterThan(500);
  },
);

it.each([
  ['isStaff', '{"eventName":"page_view","isStaff":{"toString":1}}'],
  ['wishlisted of a custom event', '{"eventName":"custom_thing","wishlisted":{"toString":1}}'],
  ['userLoginState', '{"eventName":"page_view","_ingest":{},"userLoginState":{"toString":1}}'],
])('an event with an object for %s loads like one without', (_name, text) => {
  expect(toWarehouseRow(JSON.parse(text), LOCATION)).toMatchObject({
    ok: true,
    row: { is_staff: false, user_login_state: null },
  });
});

describe('an object that nests deeper than the call stack', () => {
  const deep = '['.repeat(20_000) + ']'.repeat(20_000);
  const faultsIn = (object: string) => {
    const chunk = new Chunk();
    chunk.beginObject({ key: LOCATION.objectKey, etag: '', sizeBytes: 0, objectId: 1, resumeLine: 0 });
    for (const line of linesOf(Buffer.from(object))) chunk.addLine(line);
    return chunk.quarantine.map(({ line, reason, raw }) => [line, reason, raw.slice(0, 20)]);
  };

  it('has one line that is not an event', () => {
    expect(faultsIn(deep)).toEqual([[1, 'not_an_event', '['.repeat(20)]]);
  });

  it('loses its line, and no neighbour', () => {
    const line = `{"eventName":"page_view","_ingest":{},"eventTimestamp":${deep}}`;
    expect(faultsIn(`{"eventName":"page_view"}\n${line}\n`)).toEqual([[2, 'too_deep', line.slice(0, 20)]]);
  });

  it('keeps the text of an element as it was written', () => {
    expect(faultsIn(`[{"eventName":"page_view"}, {"eventName" : 1.0},${deep}]`)).toEqual([
      [2, 'bad_event_name', '{"eventName" : 1.0}'],
      [3, 'not_an_event', '['.repeat(20)],
    ]);
  });
});
