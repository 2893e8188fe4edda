import { createHash } from 'node:crypto';
import { contentSecurityPolicy, hashSource, hashSourcesIn } from '../content-security-policy.mjs';

function directives(policy: string): Map<string, string> {
  return new Map(
    policy.split('; ').map((line) => [line.split(' ')[0] ?? '', line.split(' ').slice(1).join(' ')]),
  );
}

describe('contentSecurityPolicy', () => {
  it('lets the tracker post to its endpoint and scripts come from this page only', () => {
    const policy = directives(
      contentSecurityPolicy({ eventOrigin: 'https://events.example', scripts: ["'nonce-n0nce'"] }),
    );
    expect(policy.get('connect-src')).toBe("'self' https://events.example");
    expect(policy.get('script-src')).toBe("'self' 'nonce-n0nce'");
    expect(policy.get('style-src')).toBe("'self'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
  });
});

describe('the sources of the scripts in a page', () => {
  it('are the hashes of their texts, each once, and nothing for files', () => {
    const html =
      '<script>a()</script><script src="/x.js" async=""></script><script id="r">b(1)\n</script><script>a()</script>';
    expect(hashSourcesIn(html)).toEqual([hashSource('a()'), hashSource('b(1)\n')]);
    const expected = createHash('sha256').update('a()').digest('base64');
    expect(hashSource('a()')).toBe(`'sha256-${expected}'`);
  });
});
