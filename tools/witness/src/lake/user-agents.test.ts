import { deviceOfAgent, isBotAgent } from './user-agents';

const PHONE =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';

it.each([
  ['Googlebot/2.1 (+http://www.google.com/bot.html)', true],
  ['curl/8.5.0', true],
  [PHONE.replace('Chrome', 'HeadlessChrome'), true],
  [PHONE, false],
  [`${PHONE} vodafone.com`, false],
  [`${PHONE} (via proxy)`, false],
  ['Amazon CloudFront', false],
])('says of %s whether it is a bot: %s', (agent, isBot) => {
  expect(isBotAgent(agent)).toBe(isBot);
});

it.each([
  [PHONE, 'mobile'],
  [PHONE.replace(' Mobile', ''), 'tablet'],
  ['Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148', 'tablet'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.0 Safari', 'desktop'],
  ['curl/8.5.0', 'bot'],
  ['Amazon CloudFront', 'unknown'],
])('says of %s that it is of a device: %s', (agent, device) => {
  expect(deviceOfAgent(agent)).toBe(device);
});
