import { wrong } from './finding.ts';
import { listed } from './listed.ts';
import type { Reply, Site } from './site.ts';

/** HTTPS from now on, for at least half a year; only browsers that came by HTTPS heed it. */
const strictTransport = (reply: Reply): string[] => {
  const header = reply.headers.get('strict-transport-security') ?? '';
  const seconds = Number(/max-age=(\d+)/i.exec(header)?.[1] ?? 0);
  return seconds >= 182 * 86_400 ? [] : ['strict-transport-security is missing or too short'];
};

/** What the headers of a reply lack of those that it must have. */
export const lackingIn = (
  { url }: Site,
  reply: Reply,
  wanted: Readonly<Record<string, string>>,
): string[] => [
  ...Object.entries(wanted).flatMap(([name, value]) => {
    const got = reply.headers.get(name);
    if (got === value) return [];
    return [got === null ? `${name} is missing` : `${name} is “${got}”, not “${value}”`];
  }),
  ...(url.protocol === 'https:' ? strictTransport(reply) : []),
];

/** The outcome for headers that are not as they must be. */
export const wrongHeaders = (what: string, lacking: readonly string[]) =>
  wrong(
    `${what}: ${listed([...new Set(lacking)])}`,
    'Deploy this version again; if it stays so, a proxy in front of the deployment changes its answers',
  );
