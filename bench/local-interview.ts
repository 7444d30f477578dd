import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import { administrator } from '../local/administrator.ts';
import { startStack } from '../local/stack.ts';
import { InterviewDetail } from '../shared/contract/endpoints/get-interview.ts';
import { Id } from '../shared/domain/text.ts';
import { withoutOutput } from './without-output.ts';

/** The calls to the table that one request of the interview made. */
export interface Counted {
  /** The folder of the endpoint, and which of its cases this is. */
  request: string;
  /** Requests to DynamoDB without the one that reads the day's spending; parallel ones count once. */
  round_trips: number;
  /** Calls to a model. */
  model_calls: number;
  /** How long it took, in ms. */
  took: number;
  /** Whether the day's spending was also read: at most every 30 s, by functions with a model. */
  read_spending: boolean;
}

export interface LocalInterview {
  counted: Counted[];
  /** As a recruiter sees it at the end. */
  interview: InterviewDetail;
}

const answer = `At my last company the booking service lost writes when two people took the same slot.
I first measured it: 40 double bookings a week. Then I put a condition on each write, so that the
second one fails, and a queue in front, so that the client can try again. I wrote a test that takes
one slot from 200 clients at once. After the release there were no double bookings for six months,
and the 99th percentile fell from 900 to 240 ms. I would now choose a smaller key, because one clinic
had so many slots that its partition was throttled twice.`;

const job = {
  candidate_name: 'Alex Morgan',
  candidate_email: 'alex.morgan@example.com',
  job_title: 'Backend Engineer, Bookings',
  job_description: `We run the booking system of 400 clinics. You will design HTTP services in
TypeScript, model data in PostgreSQL and DynamoDB, keep them fast under load, write automated tests,
review the code of others, take your turn on call, and explain trade-offs to people who do not
program.`,
  resume_text: 'Backend developer for five years; moved seat reservations to an event queue.',
  ai_interview_type: 'technical',
};

/** How long each request to the table takes at least, in ms. */
const overlap = 5;

/** How long a call to a slow model takes, in ms. */
export const slowCall = 4_000;

const isSpending = (input: unknown) =>
  z
    .object({ ExpressionAttributeValues: z.object({ ':pk': z.object({ S: z.string() }) }) })
    .safeParse(input)
    .data?.ExpressionAttributeValues[':pk'].S.startsWith('BUDGET#') ?? false;

const Made = z.object({ interview_id: Id });
const Link = z.object({ link_token: z.string(), ai_session_id: Id });
const Started = z.object({ current_question_id: Id });
const Submitted = z.object({ next_question_id: Id.nullable() });

/** Starts an embedded stack in memory and holds an interview of five questions over HTTP. */
const hold = async (): Promise<LocalInterview> => {
  const counted: Counted[] = [];
  let current: Counted | undefined;
  let stopAt: string | undefined;
  let underWay = 0;
  const stack = await startStack({
    sweeps: false,
    folder: null,
    port: 0,
    web: '.',
    onRequest: async (service, operation, input, phase) => {
      if (service === 'sqs' && operation === stopAt) current = undefined;
      if (service !== 'dynamodb' || !current) return;
      if (isSpending(input)) current.read_spending = true;
      else if (phase === 'after') underWay--;
      else {
        if (underWay++ === 0) current.round_trips++;
        // So that what was sent side by side is under way side by side.
        await setTimeout(overlap);
      }
    },
  });
  const { bedrock } = stack;
  if (!bedrock) throw new Error('The stack has no stand-in for the model');
  let access = '';
  const call = async (request: string, method: string, path: string, body?: unknown) => {
    const counting = { request, round_trips: 0, model_calls: 0, took: 0, read_spending: false };
    counted.push(counting);
    current = counting;
    underWay = 0;
    const [before, began] = [bedrock.calls.length, performance.now()];
    const response = await fetch(`${stack.url}/api${path}`, {
      method,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        ...(access && { authorization: `Bearer ${access}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    current = undefined;
    const text = await response.text();
    counting.model_calls = bedrock.calls.length - before;
    counting.took = performance.now() - began;
    if (!response.ok) throw new Error(`${request} returned ${response.status}: ${text}`);
    return JSON.parse(text);
  };
  try {
    access = z
      .object({ access: z.string() })
      .parse(await call('login', 'POST', '/auth/login/', administrator)).access;
    const starts_at = new Date().toISOString();
    const create = (more = {}) =>
      call('create-interview', 'POST', '/interviews/', { ...job, starts_at, ...more });
    const { interview_id } = Made.parse(await create());
    const link = (request: string, verb: string, id = interview_id, method = 'POST') =>
      call(request, method, `/ai-interview/${verb}/${id}/`);
    await link('generate-link, first of its job', 'generate-link');
    await link('generate-link, repeated', 'generate-link');
    const { interview_id: second } = Made.parse(await create());
    await link('generate-link, job known, with a résumé', 'generate-link', second);
    const { interview_id: third } = Made.parse(await create({ resume_text: undefined }));
    await link('generate-link, job known', 'generate-link', third);
    const { kit_id } = await call('get-interview', 'GET', `/interviews/${third}/`);
    const candidate_of_kit = { job_title: undefined, job_description: undefined, kit_id };
    const { interview_id: fourth } = Made.parse(
      await create({ ...candidate_of_kit, ai_interview_type: undefined, resume_text: undefined }),
    );
    await link('generate-link, of a kit', 'generate-link', fourth);
    await link('regenerate-link, before the start', 'regenerate-link');
    await call('list-interviews', 'GET', '/interviews/');
    await call('report-interviews', 'GET', '/reports/interviews/');
    await call('list-kits', 'GET', '/interview-kits/');
    const { questions } = await call('get-kit', 'GET', `/interview-kits/${kit_id}/`);
    const revision = { version: 1, questions };
    await call('revise-kit', 'PUT', `/interview-kits/${kit_id}/`, revision);
    await call('approve-kit', 'POST', `/interview-kits/${kit_id}/approve/`, { version: 2 });
    await call('archive-kit', 'POST', `/interview-kits/${kit_id}/archive/`, { archived: true });
    const sent = Link.parse(await link('get-link', 'get-link', interview_id, 'GET'));
    const { link_token, ai_session_id: session_id } = sent;
    const candidate = (request: string, path: string, body: object, method = 'POST') =>
      call(request, method, `/ai-interview/public/${path}/`, { link_token, ...body });
    await call('open-interview', 'GET', `/interviews/public/${link_token}/`);
    await candidate('view-interview, first', 'open', {});
    await candidate('view-interview, again', 'open', {});
    const wish = { kind: 'more_time', message: 'Twice the time, please.' };
    await candidate('request-accommodation', 'accommodation', wish);
    const started = await candidate('start-interview, first', 'start', { interview_id });
    let question_id: string | null = Started.parse(started).current_question_id;
    await candidate('start-interview, resumed', 'start', { interview_id });
    const draft = { session_id, question_id, text: 'At my last', version: 1 };
    await candidate('save-draft', 'draft', draft, 'PUT');
    for (let n = 1; question_id !== null && n <= 20; n++) {
      const response_text = `${answer} (${n})`;
      const reply = await candidate('submit-response', 'submit-response', {
        session_id,
        question_id,
        response_text,
      });
      question_id = Submitted.parse(reply).next_question_id;
    }
    await candidate('complete-interview', 'complete', { session_id });
    await candidate('complete-interview, repeated', 'complete', { session_id });
    const seen = await call('get-interview', 'GET', `/interviews/${interview_id}/`);
    await call('export-interview', 'GET', `/interviews/${interview_id}/export/`);
    await call('list-audit', 'GET', `/interviews/${interview_id}/audit/`);
    // Requests after its message belong to the queue's work, not to this endpoint.
    stopAt = 'SendMessage';
    await call('re-evaluate-interview', 'POST', `/interviews/${interview_id}/evaluate/`);
    // Waits until the queue is empty, so that its work is not cut off.
    for (let wait = 0; wait < 100; wait++) {
      const { evaluations } = InterviewDetail.parse(
        await call('waiting', 'GET', `/interviews/${interview_id}/`),
      );
      if (evaluations.length > 1) break;
      await setTimeout(100);
    }
    const other = { job_title: `${job.job_title}, again`, resume_text: undefined };
    const slow = [await create(other), await create(other)].map((made) => Made.parse(made));
    bedrock.setLatency(slowCall);
    for (const [n, one] of slow.entries()) {
      await link(
        n === 0 ? 'slow model, first' : 'slow model, second',
        'generate-link',
        one.interview_id,
      );
    }
    return { counted, interview: InterviewDetail.parse(seen) };
  } finally {
    await stack.close();
  }
};

let held: Promise<LocalInterview> | undefined;

/** The interview, held once per process, because its stack is found through the environment. */
export const localInterview = (): Promise<LocalInterview> => {
  held ??= withoutOutput(hold);
  return held;
};
