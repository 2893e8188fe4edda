import { LIMITS } from '../../limits';
import { ga4Requests } from './unpack-request';

const unpack = (body: unknown) => ga4Requests.unpack({ path: '/mp/collect', query: {}, body });
const events = Array.from({ length: 25 }, () => ({ name: 'page_view' }));

it('gives each event the fields of its request', () => {
  expect(unpack({ client_id: '555.123', user_data: { phone: '0912' }, events: events.slice(0, 1) })).toEqual({
    values: [{ client_id: '555.123', name: 'page_view' }],
  });
});

it('refuses a request whose shared fields would make a huge object of it', () => {
  expect(unpack({ client_id: 'x'.repeat(LIMITS.maxShared), events })).toBeNull();
});

it.each([null, 7, [], {}, { events: 'all' }])('refuses %j, which holds no events', (body) => {
  expect(unpack(body)).toBeNull();
});
