import { askLists, verdictLine } from './ask-lists';
import type { AskedRequest } from './asked-requests';

const LISTS = '/clickstream.js\n$ping,third-party\n';
const asked = (url: string, type: AskedRequest['type'], isBlocked: boolean) => {
  const [verdict] = askLists(LISTS, [{ name: 'it', url, type, isBlocked }]);
  if (!verdict) throw new Error('There is a verdict for each request.');
  return verdict;
};

describe('the lists', () => {
  it('block a name that they know, and let others pass', () => {
    expect(asked('https://www.shop.example/clickstream.js', 'script', true)).toMatchObject({
      rule: '/clickstream.js',
      isExpected: true,
    });
    expect(asked('https://www.shop.example/sbw.js', 'script', false)).toMatchObject({
      rule: null,
      isExpected: true,
    });
  });

  it('distinguish the shop’s hosts from those of others', () => {
    expect(asked('https://events.shop.example/clickstream', 'ping', false).rule).toBeNull();
    expect(asked('https://api.example/clickstream', 'ping', true).rule).toBe('$ping,third-party');
  });

  it('are not as expected where they block what should pass, or the other way', () => {
    expect(verdictLine(asked('https://www.shop.example/clickstream.js', 'script', false))).toBe(
      '✗  it, script https://www.shop.example/clickstream.js: blocked by /clickstream.js',
    );
    expect(verdictLine(asked('https://www.shop.example/sbw.js', 'script', true))).toMatch(
      /^✗ {2}it, .*: passes$/,
    );
  });
});
