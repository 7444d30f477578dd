import { expect, it } from 'vitest';
import { pageHeaders } from '../../../shared/http/page-headers.ts';
import { administrator } from '../../support/client.ts';
import { sharedTestStack } from '../../support/stack.ts';
import { findingsOf, siteAt } from '../../unit/doctor/fake-talaro.ts';

const stack = await sharedTestStack();

const served = (type: string, body: string) =>
  new Response(body, { headers: { ...pageHeaders, 'content-type': `${type}; charset=utf-8` } });

/** The stack of the tests has no pages; building them takes longer than all of this. */
const pages: Readonly<Record<string, Response>> = {
  '/interview.html': served('text/html', '<script src="/assets/page.js"></script>'),
  '/assets/page.js': served('text/javascript', 'open()'),
  '/console/': served('text/html', '<script src="/assets/console/page.js"></script>'),
  '/assets/console/page.js': served('text/javascript', 'open()'),
};

it('the doctor finds the local stack well, and leaves no kit in use behind', async () => {
  stack.setVoice(true);
  const ask: typeof fetch = async (url, init) =>
    pages[new URL(String(url)).pathname] ?? fetch(url, init);

  const site = siteAt(stack.url, ask, 30_000);
  const findings = await findingsOf({ site, credentials: administrator });

  const { access } = await stack.api.logIn();
  const kits = (await stack.api.call('listKits', { access })).ok();
  expect(findings.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
  expect(findings.filter(({ verdict }) => verdict === 'ok')).toHaveLength(13);
  expect(findings.find(({ check }) => check === 'model')?.says).toContain('offline');
  expect(kits.items.map(({ job_title }) => job_title)).not.toContain('Check by the doctor');
});
