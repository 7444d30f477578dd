import { describe, expect, it } from 'vitest';
import { wantsPage } from '../../../functions/open-interview/wants-page.ts';

describe('whoever opens a link', () => {
  it.each([
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8',
    'text/html',
    'text/html; charset=utf-8; q=0.1',
    'text/html;q=0.9, application/json;q=0.8',
    'application/json, text/html',
    'application/json;q=0, */*',
    'text/*',
  ])('gets the page for %s', (accept) => {
    expect(wantsPage(accept)).toBe(true);
  });

  it.each([
    '',
    '*/*',
    'application/json',
    'text/html;q=0',
    'text/html; q=0.0, */*',
    'text/html;q=0.5, application/json',
    'text/html;q=0.5, */*',
    'text/html;q=nonsense',
    'application/xml',
  ])('gets JSON for %j', (accept) => {
    expect(wantsPage(accept)).toBe(false);
  });
});
