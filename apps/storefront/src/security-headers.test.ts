import { contentSecurityPolicy } from './security-headers';

const parts = { nonce: 'n0nce', eventOrigin: 'https://events.example', development: false };

function directives(policy: string): Map<string, string> {
  return new Map(
    policy.split('; ').map((line) => [line.split(' ')[0] ?? '', line.split(' ').slice(1).join(' ')]),
  );
}

describe('contentSecurityPolicy', () => {
  it('lets the tracker post to its endpoint and scripts come from this page only', () => {
    const policy = directives(contentSecurityPolicy(parts));
    expect(policy.get('connect-src')).toBe("'self' https://events.example");
    expect(policy.get('script-src')).toBe("'self' 'nonce-n0nce' 'strict-dynamic'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
  });

  it('allows the needs of development tools only in development', () => {
    expect(contentSecurityPolicy(parts)).not.toContain('unsafe-eval');
    expect(contentSecurityPolicy({ ...parts, development: true })).toContain("'unsafe-eval'");
  });
});
