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
import type { Watched } from './cloud-watch.ts';
import { type Check, type Finding, notChecked, type Outcome, outcomeOf } from './finding.ts';
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
  watched: Watched | null;
  now: Date;
}

const loggedIn = ['model', 'voice'];
const inAws = ['alarms', 'queue age', 'dead letters'];

const all = (names: readonly string[], outcome: Outcome): Finding[] =>
  names.map((check) => ({ check, ...outcome }));

const inOrder = async function* <On>(checks: readonly Check<On>[], on: On) {
  for (const { name, run } of checks) {
    const finding: Finding = { check: name, ...(await outcomeOf(() => run(on))) };
    yield finding;
  }
};

const modelAndVoiceOf = async ({ site, credentials, now }: Given): Promise<Finding[]> =>
  credentials
    ? modelAndVoice(site, credentials, now)
    : all(loggedIn, notChecked('This takes a login', 'Give --email, and TALARO_PASSWORD'));

const awsOf = async function* ({ site, watched }: Given) {
  if (watched) {
    // Only now: the client takes a while to load.
    const { alarms } = await import('./checks/alarms.ts');
    const { deadLetters, queueAge } = await import('./checks/evaluation-queue.ts');
    yield* inOrder([alarms, queueAge, deadLetters], watched);
    return;
  }
  yield* all(
    inAws,
    site.isLocal
      ? notChecked('Not applicable: a stack on this machine has none in AWS', 'Nothing to do')
      : notChecked('This takes AWS credentials', 'Give --stack and --region'),
  );
};

/** Checks a deployment, one thing after the other, and yields what each check found. */
export const examine = async function* (given: Given): AsyncGenerator<Finding> {
  for await (const finding of inOrder([reachable], given.site)) {
    yield finding;
    if (finding.verdict === 'ok') continue;
    yield* all(['everything else'], notChecked('Talaro was not reached', 'Fix that first'));
    yield* awsOf(given);
    return;
  }
  yield* inOrder(asStranger, given.site);
  yield* await modelAndVoiceOf(given);
  yield* awsOf(given);
};
