import { isBotAgent } from './user-agents';

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
