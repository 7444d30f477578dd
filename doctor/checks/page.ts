import { type Check, wrong } from '../finding.ts';
import { pageOutcome } from '../page-outcome.ts';
import { came, type Site } from '../site.ts';

const link = '/api/interviews/public/no-token/';

/** Whether a candidate’s link leads to the page, and the page and all it loads are there. */
export const page: Check<Site> = {
  name: 'page',
  run: async (site) => {
    const opened = await site.send(link, { headers: { accept: 'text/html' } });
    const to = URL.parse(opened.headers.get('location') ?? '', site.url);
    if (opened.status !== 302 || to?.origin !== site.url.origin) {
      return wrong(
        `A candidate’s link does not open the page: ${came(opened)}`,
        'Look at the log of open-interview, then deploy again',
      );
    }
    return pageOutcome(site, to.pathname);
  },
};
