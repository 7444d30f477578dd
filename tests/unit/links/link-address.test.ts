import { describe, expect, it } from 'vitest';
import { openInterviewEndpoint } from '../../../shared/contract/endpoints/open-interview.ts';
import { routedPath, tokenSent } from '../../../shared/links/link-address.ts';
import { tokenFor } from '../../support/links.ts';
import { aRecord } from '../../support/records.ts';
import { brokenLinks, sentLinks } from '../../support/sent-links.ts';

const token = tokenFor(aRecord());
const path = (end: string) => openInterviewEndpoint.path.replace('{token}/', end);

describe('the address of a link', () => {
  it('leads to its token, whatever a mail program put behind it', () => {
    for (const end of sentLinks(token)) {
      expect([end, routedPath(path(end))]).toEqual([end, path(token)]);
      expect([end, tokenSent(end)]).toEqual([end, token]);
    }
    expect(tokenSent(`%3C${token}%3E`)).toBe(token);
  });

  it('always has a route, and never becomes another token', () => {
    for (const end of brokenLinks) {
      expect(routedPath(path(end))).toMatch(/^\/api\/interviews\/public\/[\w-]{1,20}$/);
    }
    expect(routedPath('/api/interviews/public')).toBe('/api/interviews/public/-');
    expect(routedPath('/api/interviews/public/')).toBe('/api/interviews/public/-');
    expect(tokenSent(`${token.slice(0, 50)}.${token.slice(50)}`)).toBe(token.slice(0, 50));
  });

  it('is the only one that is cleaned of more than its final slash', () => {
    const others = ['/', '/api', '/api/health', '/api/interviews/publicly.', '/api/interviews/x".'];

    expect(others.map(routedPath)).toEqual(others);
    expect(routedPath('/api/health/')).toBe('/api/health');
  });
});
