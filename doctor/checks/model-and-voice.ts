import { endpoints } from '../../shared/contract/endpoints.ts';
import { KitView } from '../../shared/contract/kit-view.ts';
import { type Finding, Obstacle, type Outcome, ok, outcomeOf } from '../finding.ts';
import { type Credentials, logIn } from '../login.ts';
import { came, contentOf, errorOf, type Reply, type Site } from '../site.ts';
import { spoken, Written } from './voice.ts';

/** What is said before it: it is the only check that costs anything or leaves anything. */
export const price =
  'To check the model, a rubric is written for one question of an invented job, and the question is spoken. With a model on Bedrock that costs less than a US cent. The interview kit is archived afterwards.';

/** API Gateway gives up after 29 s; a model of one's own may take longer. */
const timeout = 90_000;

/** Each time another question, so that its sound is made and not copied. */
const job = (now: Date) => ({
  job_title: 'Check by the doctor',
  job_description:
    'A made-up job: you answer the telephone of a small shop and note what callers need.',
  question_count: 1,
  questions: [
    {
      text: `It is ${now.toISOString().slice(11, 19)} and two people call. Whom do you answer first?`,
    },
  ],
});

/** By the code of the refusal. */
const remedies: Readonly<Record<string, string>> = {
  forbidden:
    'Put the account into the group admin or recruiter of the user pool, then log in again',
  ai_unavailable:
    'Open the model once in the Bedrock console of this account and region (for Anthropic models: submit the use case form); the log of create-kit names the cause',
  budget_reached:
    'Wait until the next day (UTC), or deploy with a higher dailyBudgetUsd; until then candidates can go on, and evaluations wait',
  timeout: 'Try again; if it stays so, choose a faster model. Archive a kit that arrives late',
};

const refused = (what: string, reply: Reply): Obstacle => {
  const refusal = errorOf(reply);
  return new Obstacle(
    `${what}: ${refusal ? `${refusal.error} (${refusal.code})` : came(reply)}`,
    remedies[refusal?.code ?? ''] ?? 'Look at the log of the function',
  );
};

const written = ({ provenance }: Written): Outcome =>
  provenance.some(({ evaluator }) => evaluator === 'offline')
    ? ok('The interviewer is offline: a demonstration without a language model')
    : ok(
        `The model writes: ${[...new Set(provenance.map(({ model_id }) => model_id))].join(', ')}`,
      );

const archive = async ({ send }: Site, headers: Record<string, string>, kit_id: string) => {
  const { path, method } = endpoints.archiveKit;
  const reply = await send(path.replace('{kit_id}', encodeURIComponent(kit_id)), {
    method,
    headers,
    body: { archived: true },
  });
  if (reply.status !== 200) throw refused(`The kit ${kit_id} could not be archived`, reply);
};

/** Writes a small kit, speaks its question and archives it: two checks on one kit. */
export const modelAndVoice = async (
  site: Site,
  credentials: Credentials,
  now: Date,
): Promise<Finding[]> => {
  let voice: Outcome | undefined;
  const model = await outcomeOf(async () => {
    const headers = { authorization: `Bearer ${await logIn(site, credentials)}` };
    const { path, method } = endpoints.createKit;
    const reply = await site.send(path, { method, headers, body: job(now), timeout });
    if (reply.status !== 201) throw refused('No questions are written', reply);
    const { kit_id } = contentOf(KitView.pick({ kit_id: true }), reply);
    try {
      const kit = contentOf(Written, reply);
      voice = await outcomeOf(() => spoken(site, headers, kit));
      return written(kit);
    } finally {
      await archive(site, headers, kit_id);
    }
  });
  voice ??= {
    verdict: 'not_checked',
    says: 'There is no question to speak',
    remedy: 'Fix what the line before says, and check again',
  };
  return [
    { check: 'model', ...model },
    { check: 'voice', ...voice },
  ];
};
