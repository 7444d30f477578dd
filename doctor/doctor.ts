import { adminRoutes } from './checks/admin-routes.ts';
import { apiHeaders } from './checks/api-headers.ts';
import { candidateRoutes } from './checks/candidate-routes.ts';
import { clock } from './checks/clock.ts';
import { recruitersConsole } from './checks/console.ts';
import { latency } from './checks/latency.ts';
import { modelAndVoice } from './checks/model-and-voice.ts';
import { page } from './checks/page.ts';
import { plainHttp } from './checks/plain-http.ts';
import { reachable } from './checks/reachable.ts';
import { soundHeadersCheck } from './checks/sound-headers.ts';
import { unknownPath } from './checks/unknown-path.ts';
import { all, type Check, type Finding, inOrder, notChecked } from './finding.ts';
import type { Credentials } from './login.ts';
import type { Site } from './site.ts';

/** What anybody can see from outside. */
const asStranger: readonly Check<Site>[] = [
  adminRoutes,
  candidateRoutes,
  unknownPath,
  apiHeaders,
  page,
  recruitersConsole,
  soundHeadersCheck,
  plainHttp,
  clock,
  latency,
];

/** What the checks may use; null for what was not given. */
export interface Given {
  site: Site;
  credentials: Credentials | null;
  /** What AWS knows of it, apart from the rest: the command line has no client of AWS. */
  inAws: AsyncIterable<Finding> | null;
  now: Date;
}

const loggedIn = ['model', 'voice'];

const modelAndVoiceOf = async ({ site, credentials, now }: Given): Promise<Finding[]> =>
  credentials
    ? modelAndVoice(site, credentials, now)
    : all(loggedIn, notChecked('This takes a login', 'Give --email, and TALARO_PASSWORD'));

/** Checks a deployment, one thing after the other, and yields what each check found. */
export const examine = async function* (given: Given): AsyncGenerator<Finding> {
  for await (const finding of inOrder([reachable], given.site)) {
    yield finding;
    if (finding.verdict === 'ok') continue;
    yield* all(['everything else'], notChecked('Talaro was not reached', 'Fix that first'));
    yield* given.inAws ?? [];
    return;
  }
  yield* inOrder(asStranger, given.site);
  yield* await modelAndVoiceOf(given);
  yield* given.inAws ?? [];
};
