import { describe, expect, it } from 'vitest';
import { pageHeaders, soundHeaders } from '../../../shared/http/page-headers.ts';

const directives = pageHeaders['content-security-policy'].split('; ');

describe('The headers of pages', () => {
  it('let a page run, load and call only what is on its own origin, and nothing inline', () => {
    const own = ['script', 'style', 'img', 'media', 'connect', 'manifest'];
    const isRule = (directive: string) => directive.includes('-src ');

    expect(directives.filter(isRule)).toEqual([
      "default-src 'none'",
      ...own.map((kind) => `${kind}-src 'self'`),
    ]);
  });

  it('let no text become markup or code, and no form or base send anything elsewhere', () => {
    expect(directives).toEqual(
      expect.arrayContaining([
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ]),
    );
  });

  it('let no other page frame them, hold on to them or learn their address', () => {
    expect(directives).toContain("frame-ancestors 'none'");
    expect(pageHeaders).toMatchObject({
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
  });
});

it('No browser takes a file of the site for anything but what it is', () => {
  expect([pageHeaders, soundHeaders].map((headers) => headers['x-content-type-options'])).toEqual([
    'nosniff',
    'nosniff',
  ]);
});
