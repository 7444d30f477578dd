import { setTimeout as pause } from 'node:timers/promises';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { InjectedFault } from '../../../local/wire/fault.ts';
import { evaluationQueue } from '../../../shared/contract/evaluation-queue.ts';
import { interviewPk, sk } from '../../../shared/table/keys.ts';
import type { Recruiter } from '../../support/client.ts';
import {
  anAnswer,
  answerAll,
  begin,
  finish,
  invite,
  newInterview,
} from '../../support/interviews.ts';
import { startTestStack } from '../../support/stack.ts';
import { until } from '../api/late.ts';
import { expectErrorForm, spendBudget } from '../api/refusals.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

// Before the functions are loaded: they keep `Date.now` as it is then.
vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
const stack = await startTestStack();
const { api } = stack;
let recruiter: Recruiter;
const forward = async (milliseconds: number) => {
  vi.setSystemTime(Date.now() + milliseconds);
  recruiter = await api.logIn();
};
// A day for each test: what a function has cached from the last one is out of date.
beforeEach(() => forward(day));
afterEach(() => void vi.restoreAllMocks());

const breaks = (service: string, kind: InjectedFault['kind']) =>
  stack.hear((called) => {
    if (called === service) throw new InjectedFault(kind);
  });

const sqs = new SQSClient({});
afterAll(() => sqs.destroy());
const send = (MessageBody: string) =>
  sqs.send(
    new SendMessageCommand({ QueueUrl: stack.sqs.queueUrl(stack.names.queue), MessageBody }),
  );
/** Belongs to no interview: receivers look at the queue again when a message arrives. */
const wake = () => send('{"interview_id":"4b1f0f0e-7a9c-4f5e-9d5b-0d9a3a4f6c11"}');
const queued = () => stack.sqs.depth(stack.names.queue);
/** Empties the queue: a delivery that finds another one at work waits for a minute. */
const drained = async () => {
  for (let minutes = 0; minutes < 10 && queued() > 0; minutes++) {
    vi.setSystemTime(Date.now() + minute);
    await wake();
    await pause(300);
  }
  await until(() => queued() === 0);
};
const dead = () => stack.sqs.depth(stack.names.deadLetterQueue);

describe('the voice', () => {
  const outages = (['polly', 's3'] as const).flatMap((service) =>
    (['throttle', 'unavailable', 'access-denied', 'drop', 'hang'] as const).map((kind) => ({
      service,
      kind,
    })),
  );
  it.each(outages)(
    'is missing and nothing else when $service fails by $kind',
    async ({ service, kind }) => {
      // A twentieth of the time that speaking may take, so that a hang ends soon.
      const timeout = AbortSignal.timeout;
      vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout(Math.ceil(ms / 20)));
      stack.setVoice(true);
      breaks(service, kind);

      const candidate = await begin(stack, recruiter);

      expect(candidate.questions.map(({ audio_url }) => audio_url)).toEqual([null, null, null]);
      expect((await candidate.submit(anAnswer(1))).status).toBe(200);
    },
  );

  it('that is lost costs its audio and nothing else', async () => {
    const candidate = await invite(stack, recruiter);
    const audio_url = `/media/tts/q_0_${candidate.session_id}.mp3`;
    const question = sk.question(1);
    await stack.table.change(interviewPk(candidate.interview_id), question, { audio_url });

    const sound = await fetch(`${stack.url}${audio_url}`);
    const { questions } = (await candidate.start()).ok();

    expect(sound.ok).toBe(false);
    expect(questions[0]?.audio_url).toBe(audio_url);
    expect((await candidate.submit(anAnswer(1))).status).toBe(200);
  });
});

describe('a queue that is down', () => {
  it.each(['unavailable', 'access-denied', 'drop', 'hang'] as const)(
    'by %s refuses no answer and no completion',
    async (kind) => {
      breaks('sqs', kind);
      stack.bedrock.setFault('refuse', { task: 'assess_answer' });
      const candidate = await begin(stack, recruiter);

      const submitted = await candidate.submit(anAnswer(1));
      stack.bedrock.setFault(null);
      const completed = await candidate.complete();

      expect(submitted.status).toBe(200);
      expect(completed.ok()).toMatchObject({ status: 'completed', answered_questions: 1 });
    },
  );
});

describe('configuration that cannot be read', () => {
  it('leads to a clean 500 for every use of a link, changes nothing, and recovers', async () => {
    const candidate = await begin(stack, recruiter);
    await forward(6 * minute);
    const before = await stack.table.about(candidate.interview_id);
    const off = breaks('secrets-manager', 'access-denied');

    const refused = [
      await candidate.view(),
      await candidate.submit(anAnswer(1)),
      await candidate.complete(),
      await recruiter.getLink(candidate.interview_id),
      await recruiter.regenerate(candidate.interview_id),
    ];
    const after = await stack.table.about(candidate.interview_id);
    off();

    for (const reply of refused) expectErrorForm(reply, 500, 'internal_error');
    expect(after).toEqual(before);
    expect((await candidate.submit(anAnswer(1))).status).toBe(200);
  });

  it('does the same if it is the address of the site', async () => {
    const candidate = await invite(stack, recruiter);
    const { interview_id } = (await recruiter.create(newInterview())).ok();
    await forward(6 * minute);
    const before = await stack.table.scan();
    const off = breaks('ssm', 'unavailable');

    const refused = [
      await recruiter.generate(interview_id),
      await recruiter.getLink(candidate.interview_id),
      await recruiter.regenerate(candidate.interview_id),
    ];
    const after = await stack.table.scan();
    off();

    for (const reply of refused) expectErrorForm(reply, 500, 'internal_error');
    expect(after).toEqual(before);
    expect((await recruiter.generate(interview_id)).status).toBe(200);
  });
});

describe('the queue', () => {
  it('completes an evaluation automatically once the model has recovered', async () => {
    const twin = await finish(stack, recruiter);
    const candidate = await begin(stack, recruiter);
    stack.bedrock.setFault('unavailable');
    await answerAll(candidate);
    const waiting = (await candidate.complete()).ok();
    stack.bedrock.setFault(null);

    await forward(minute);
    await wake();

    await until(async () => (await candidate.complete()).ok().status === 'completed');
    const completed = (await candidate.complete()).ok();
    expect(waiting).toMatchObject({ status: 'evaluating', score: null });
    expect(completed.score).toBe(twin.result.score);
    await drained();
  });

  it('retries a message after the deployed queue’s visibility timeout, and as often', async () => {
    const failures = vi.spyOn(console, 'error').mockReturnValue();
    const already = dead();
    const { visibilityTimeout, maxReceiveCount } = evaluationQueue;

    await send('poison');
    for (let tries = 1; tries <= maxReceiveCount; tries++) {
      await until(() => failures.mock.calls.length === tries);
      vi.setSystemTime(Date.now() + visibilityTimeout * 1000 - 1);
      await wake();
      await until(() => queued() === 1);
      expect([failures.mock.calls.length, dead()]).toEqual([tries, already]);
      vi.setSystemTime(Date.now() + 1);
      await wake();
    }

    await until(() => dead() === already + 1);
    await until(() => queued() === 0);
  });

  it.each(['not JSON', '{}', '{"interview_id":5}', '{"interview_id":"x","version":1}'])(
    'sets the message %j aside, and continues with the others',
    async (poison) => {
      vi.spyOn(console, 'error').mockReturnValue();
      const already = dead();

      await send(poison);

      await until(async () => {
        vi.setSystemTime(Date.now() + 20 * minute);
        await wake();
        return dead() > already;
      });
      expect(dead()).toBe(already + 1);
      await until(() => queued() === 0);
    },
  );

  it('accepts a message twice and does the work once', async () => {
    const { interview_id } = await finish(stack, recruiter);
    const asked = stack.bedrock.calls.length;

    await send(JSON.stringify({ interview_id }));
    await send(JSON.stringify({ interview_id, version: 2 }));
    await send(JSON.stringify({ interview_id, version: 2 }));

    await forward(minute);
    await drained();
    recruiter = await api.logIn();
    const { evaluations } = (await recruiter.read(interview_id)).ok();
    expect(evaluations.map(({ version }) => version)).toEqual([1, 2]);
    expect(stack.bedrock.calls.length - asked).toBeLessThanOrEqual(2 * 4);
  });
});

describe('a budget that is spent', () => {
  it('allows answers and completions, and evaluates on the next day', async () => {
    const candidate = await begin(stack, recruiter, {
      starts_at: new Date(Date.now() + 10 * minute),
    });
    await forward(minute);
    await spendBudget(stack, Date.now());
    let postponed = 0;
    stack.hear((_service, operation, input, phase) => {
      const sent = operation === 'SendMessage' && phase === 'after' ? JSON.stringify(input) : '';
      if (sent.includes('"DelaySeconds":900')) postponed++;
    });

    const asked = stack.bedrock.calls.length;
    const submitted = (await candidate.submit(anAnswer(1))).ok();
    const completed = (await candidate.complete()).ok();
    // One for the answer, one for the completion, which may wait for each other.
    for (let minutes = 0; minutes < 10 && postponed < 2; minutes++) {
      await forward(minute);
      await wake();
      await pause(300);
    }
    const within = stack.bedrock.calls.length;
    await forward(day);
    await wake();

    expect([submitted.feedback_detail, completed.status]).toEqual([null, 'evaluating']);
    expect(within).toBe(asked);
    await until(async () => {
      const { evaluations } = (await recruiter.read(candidate.interview_id)).ok();
      return evaluations.length === 1;
    });
    const { evaluation } = (await recruiter.read(candidate.interview_id)).ok();
    expect(evaluation?.score).toEqual(expect.any(Number));
  });
});
