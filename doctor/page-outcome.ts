import { mapConcurrently } from '../shared/domain/map-concurrently.ts';
import { pageHeaders } from '../shared/http/page-headers.ts';
import { type Outcome, ok, wrong } from './finding.ts';
import { lackingIn, wrongHeaders } from './headers.ts';
import { listed } from './listed.ts';
import { came, type Reply, type Site } from './site.ts';

const typeOf = (reply: Reply) => reply.headers.get('content-type') ?? '';
const isHtml = (reply: Reply) => typeOf(reply).startsWith('text/html');

/** What a page loads from its own origin. */
const assetsIn = (page: string): string[] =>
  [...page.matchAll(/\b(?:src|href)="(\/assets\/[^"]+)"/g)].flatMap(([, path]) => path ?? []);

const deploy = 'Deploy again: the pages are uploaded with every deployment';

/** Whether a page and all it loads are there, with the headers of pages. */
export const pageOutcome = async (site: Site, path: string): Promise<Outcome> => {
  const loaded = await site.send(path);
  if (loaded.status !== 200 || !isHtml(loaded)) {
    return wrong(`The page ${path} is not there: ${came(loaded)}`, deploy);
  }
  const paths = assetsIn(loaded.body.toString());
  const assets = await mapConcurrently(paths, async (asset) => ({
    asset,
    reply: await site.send(asset),
  }));
  const lost = assets.filter(
    ({ reply }) => reply.status !== 200 || isHtml(reply) || reply.body.length === 0,
  );
  if (paths.length === 0 || lost.length > 0) {
    const what = lost.map(({ asset, reply }) => `${asset} is ${came(reply)}`);
    return wrong(`The page ${path} stays blank: ${listed(what) || 'it loads nothing'}`, deploy);
  }
  const all = [loaded, ...assets.map(({ reply }) => reply)];
  const lacking = all.flatMap((reply) => lackingIn(site, reply, pageHeaders));
  return lacking.length === 0
    ? ok(`The page ${path} is there, and its ${paths.length} assets load`)
    : wrongHeaders(`The headers of ${path} or its assets are wrong`, lacking);
};
