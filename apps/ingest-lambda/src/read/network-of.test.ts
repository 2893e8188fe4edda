import { networkOf } from './network-of';

it.each([
  ['203.0.113.77', '203.0.113.0'],
  ['::ffff:203.0.113.77', '203.0.113.0'],
  ['2001:0DB8:0001:2::7', '2001:db8:1::'],
  ['2001:db8:0:1::7', '2001:db8::'],
  ['2001:0:5:1:2:3:4:5', '2001:0:5::'],
  ['2001::7', '2001::'],
  ['::1', '::'],
  ['fe80::1%eth0', 'fe80::'],
])('cuts %s to %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it.each([undefined, '', 'unknown', '203.0.113', '10.0.0.1, 10.0.0.2'])('is null for %j', (address) => {
  expect(networkOf(address)).toBeNull();
});
