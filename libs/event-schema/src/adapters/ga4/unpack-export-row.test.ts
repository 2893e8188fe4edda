import { timeOfEventId } from '../../ids/event-id';
import { unpackExportRow } from './unpack-export-row';

const ROW = {
  event_date: '20261116',
  event_timestamp: '1795916500123456',
  event_name: 'scroll',
  user_pseudo_id: '555.123',
  event_bundle_sequence_id: '7',
  event_params: [{ key: 'percent', value: { int_value: '90' } }],
  items: [],
  privacy_info: { analytics_storage: null },
};

describe('a row of the export', () => {
  it('is an event with an id that carries its time', () => {
    const event = unpackExportRow(ROW);
    expect(event).toMatchObject({ event_name: 'scroll', user_pseudo_id: '555.123' });
    expect(timeOfEventId(String(event?.['eventId']))).toBe(1795916500123);
  });

  it('has the same id whenever it is read', () => {
    expect(unpackExportRow({ ...ROW, event_previous_timestamp: '1' })?.['eventId']).toBe(
      unpackExportRow(ROW)?.['eventId'],
    );
  });

  it('leaves out the user properties that the shop sets', () => {
    const user_properties = [{ key: 'phone', value: { string_value: '0901234567' } }];
    expect(JSON.stringify(unpackExportRow({ ...ROW, user_properties }))).not.toContain('phone');
  });

  it.each([
    ['name', { event_name: 'click' }],
    ['time', { event_timestamp: '1795916500123457' }],
    ['visitor', { user_pseudo_id: '555.124' }],
    ['bundle', { event_bundle_sequence_id: '8' }],
    ['place in its batch', { batch_event_index: '2' }],
    ['parameters', { event_params: [{ key: 'percent', value: { int_value: '10' } }] }],
  ])('of another %s has another id', (_what, change) => {
    expect(unpackExportRow({ ...ROW, ...change })?.['eventId']).not.toBe(unpackExportRow(ROW)?.['eventId']);
  });

  it.each([[{}], [{ event_name: 'x' }], [{ event_timestamp: 1 }], [null], ['row']])('is not %p', (row) => {
    expect(unpackExportRow(row)).toBeUndefined();
  });
});
