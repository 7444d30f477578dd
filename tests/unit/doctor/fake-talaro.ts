import { inAws } from '../../../doctor/aws.ts';
import { examine, type Given } from '../../../doctor/doctor.ts';
import type { Finding } from '../../../doctor/finding.ts';
import { openSite } from '../../../doctor/site.ts';
import { findRoute } from '../../../local/gateway/routes.ts';
import { endpoints } from '../../../shared/contract/endpoints.ts';
import { pageHeaders, soundHeaders } from '../../../shared/http/page-headers.ts';
import { commonHeaders } from '../../../shared/http/statuses.ts';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A request. What it is for: the folder of its endpoint, else its path; its whole URL by plain http. */
interface Asked {
  what: string;
  method: string;
  headers: Headers;
}

/** Changes what a sound Talaro answers; null is no answer at all. */
export type Fault = (answer: Answer, asked: Asked) => Answer | null;

const secure = { 'strict-transport-security': 'max-age=31536000' };
const json = (status: number, body: unknown): Answer => ({
  status,
  headers: { ...commonHeaders, ...secure, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});
const file = (type: string, body: string): Answer => ({
  status: 200,
  headers: { ...pageHeaders, ...secure, 'content-type': type },
  body,
});
const sound = (status: number, body: string): Answer => ({
  status,
  headers: { ...soundHeaders, ...secure, 'content-type': 'audio/mpeg' },
  body,
});
const sendOn = (location: string): Answer => ({ status: 302, headers: { location }, body: '' });

const files: Readonly<Record<string, Answer>> = {
  '/interview.html': file('text/html', '<script src="/assets/a.js"></script>'),
  '/console/': file('text/html', '<script src="/assets/console/c.js"></script>'),
  '/assets/console/c.js': file('text/javascript', 'run()'),
  '/assets/a.js': file('text/javascript', 'run()'),
  '/media/tts/spoken.mp3': sound(200, 'sound'),
};

const forAdmin: Readonly<Record<string, Answer>> = {
  'create-kit': json(201, {
    kit_id: '4b1f0f0e-7a9c-4f5e-9d5b-0d9a3a4f6c11',
    version: 1,
    questions: [{ id: 'q1' }],
    provenance: [{ evaluator: 'bedrock', model_id: 'a-model' }],
  }),
  'speak-question': json(200, { audio_url: '/media/tts/spoken.mp3' }),
  'archive-kit': json(200, {}),
};

const folderAnswer = (folder: string, access: string, { headers }: Asked): Answer => {
  if (folder === 'read-health') {
    return json(200, { status: 'ok', server_time: new Date().toISOString() });
  }
  if (folder === 'login') {
    return json(200, { access: 'good', refresh: 'r', expires_in: 1, token_type: 'Bearer' });
  }
  if (headers.get('accept') === 'text/html') return sendOn('/interview.html#no-token');
  if (access === 'candidate') {
    return json(401, { error: 'Invalid interview token', code: 'link_invalid' });
  }
  const isAdmin = headers.get('authorization') === 'Bearer good';
  return (isAdmin && forAdmin[folder]) || json(401, { error: 'Log in', code: 'unauthorized' });
};

/** As much of a sound Talaro as the doctor looks at. */
const sane = (url: URL, asked: Asked): Answer => {
  const { pathname, protocol, href } = url;
  const isApi = pathname.startsWith('/api/');
  if (protocol === 'http:') {
    asked.what = href;
    return isApi ? { ...sendOn(''), status: 403 } : sendOn(href.replace('http:', 'https:'));
  }
  const row = findRoute(Object.values(endpoints), asked.method, pathname)?.row;
  asked.what = row?.folder ?? pathname;
  if (row) return folderAnswer(row.folder, row.access, asked);
  const missing = pathname.startsWith('/media/') ? sound(404, '') : null;
  return files[pathname] ?? missing ?? json(404, { error: 'Not here', code: 'not_found' });
};

const withFault =
  (fault: Fault): typeof fetch =>
  async (url, { method = 'GET', headers } = {}) => {
    const asked = { what: '', method, headers: new Headers(headers) };
    const answer = fault(sane(new URL(String(url)), asked), asked);
    // What the signal of the one who asks says in the end.
    if (!answer) throw new DOMException('It took too long', 'TimeoutError');
    const { body, headers: sent, status } = answer;
    return new Response(body, { status, headers: { date: new Date().toUTCString(), ...sent } });
  };

export const credentials = { email: 'ada@example.com', password: 'a-password' };

/** What the doctor finds with all that it can be given but AWS, or else as told. */
export const findingsOf = async (given: Partial<Given> & Pick<Given, 'site'>) => {
  const findings: Finding[] = [];
  const all = { credentials, inAws: inAws(null, false), now: new Date(), ...given };
  for await (const finding of examine(all)) findings.push(finding);
  return findings;
};

export const siteAt = (address: string, ask: typeof fetch = fetch, timeout = 10_000) =>
  openSite({ url: new URL(address), timeout, fetch: ask });

/** What the doctor finds at a Talaro with a fault. */
export const findingsWith = (fault: Fault, given: Partial<Given> = {}) =>
  findingsOf({ site: siteAt('https://talaro.example', withFault(fault)), ...given });
