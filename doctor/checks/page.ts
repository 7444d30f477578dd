import { mapConcurrently } from '../../shared/domain/map-concurrently.ts';
import { pageHeaders } from '../../shared/http/page-headers.ts';
import { type Check, ok, wrong } from '../finding.ts';
import { lackingIn, wrongHeaders } from '../headers.ts';
import { listed } from '../listed.ts';
import { came, type Reply, type Site } from '../site.ts';

const link = '/api/interviews/public/no-token/';

const typeOf = (reply: Reply) => reply.headers.get('content-type') ?? '';
const isHtml = (reply: Reply) => typeOf(reply).startsWith('text/html');

/** What the page loads from its own origin. */
const assetsIn = (page: string): string[] =>
  [...page.matchAll(/\b(?:src|href)="(\/[^"/][^"]*)"/g)].flatMap(([, path]) => path ?? []);

const deploy = 'Deploy again: the pages are uploaded with every deployment';

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
    const loaded = await site.send(to.pathname);
    if (loaded.status !== 200 || !isHtml(loaded)) {
      return wrong(`The page ${to.pathname} is not there: ${came(loaded)}`, deploy);
    }
    const paths = assetsIn(loaded.body.toString());
    const assets = await mapConcurrently(paths, async (path) => ({
      path,
      reply: await site.send(path),
    }));
    const lost = assets.filter(
      ({ reply }) => reply.status !== 200 || isHtml(reply) || reply.body.length === 0,
    );
    if (paths.length === 0 || lost.length > 0) {
      const what = lost.map(({ path, reply }) => `${path} is ${came(reply)}`);
      return wrong(`The page stays blank: ${listed(what) || 'it loads no script'}`, deploy);
    }
    const all = [loaded, ...assets.map(({ reply }) => reply)];
    const lacking = all.flatMap((reply) => lackingIn(site, reply, pageHeaders));
    return lacking.length === 0
      ? ok(`A link opens the page, and its ${paths.length} assets load`)
      : wrongHeaders('The headers of the page or its assets are wrong', lacking);
  },
};
