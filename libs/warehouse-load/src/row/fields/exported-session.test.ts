import { exportedChannelOf, exportedDeviceOf } from './exported-session';

it.each([
  [{ device: 'tablet', channel: 'organic_search' }, 'tablet', 'organic_search'],
  [{ device: 'desktop' }, 'desktop', null],
  [{ device: 'fridge', channel: 'internal' }, null, null],
  [{ device: { toString: 1 }, channel: ['direct'] }, null, null],
  [undefined, null, null],
  [null, null, null],
  ['tablet', null, null],
])('of %p the device is %p and the channel %p', (exported, device, channel) => {
  expect([exportedDeviceOf(exported), exportedChannelOf(exported)]).toEqual([device, channel]);
});
