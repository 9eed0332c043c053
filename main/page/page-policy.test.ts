import { expect, test } from 'vitest';
import { pageHeaders, pagePolicy } from './page-policy.ts';

const directives = (serverUrl: string): Map<string, string> =>
  new Map(
    pagePolicy(serverUrl, 'abc')
      .split('; ')
      .map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources.join(' ')];
      }),
  );

test('the page runs scripts of its own and reaches its server, and nothing else', () => {
  const policy = directives('https://shop.example');
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('script-src')).toBe("'self'");
  expect(policy.get('connect-src')).toBe("'self' https://shop.example");
  expect(policy.get('frame-ancestors')).toBe("'none'");
  expect(policy.get('base-uri')).toBe("'none'");
  expect(policy.get('form-action')).toBe("'none'");
  expect([...policy.values()].join(' ')).not.toMatch(/unsafe-eval|\*|https:(\s|$)/);
  expect(policy.get('style-src')).toBe("'self' 'nonce-abc'");
});

test('a till that knows no server yet reaches none', () => {
  expect(directives('').get('connect-src')).toBe("'self'");
  expect(pageHeaders('', 'abc')['x-content-type-options']).toBe('nosniff');
});
