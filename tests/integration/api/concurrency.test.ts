import { describe, expect, it } from 'vitest';
import type { Reply } from '../../support/client.ts';
import {
  anAnswer,
  answerAll,
  begin,
  candidateCalls,
  invite,
  newInterview,
} from '../../support/interviews.ts';
import { sharedTestStack } from '../../support/stack.ts';

const stack = await sharedTestStack();
const { api } = stack;
const recruiter = await api.logIn();

const times = <T>(n: number, request: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => request(i)));
const tally = (replies: Reply[]) => {
  const counts: Record<string, number> = {};
  for (const reply of replies) {
    const outcome = reply.status < 300 ? '200' : `${reply.status} ${reply.refusal().code}`;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
};
const isTable = (service: string, operation: string, wanted: string, phase: string) =>
  service === 'dynamodb' && operation === wanted && phase === 'before';

/** Holds back the next transaction until `meanwhile` is over. */
const holdTransaction = (meanwhile: () => Promise<unknown>) => {
  const off = stack.hear(async (service, operation, _input, phase) => {
    if (!isTable(service, operation, 'TransactWriteItems', phase)) return;
    off();
    await meanwhile();
  });
};

describe('at the same time', () => {
  it('40 submits of the same answer store one answer', async () => {
    const candidate = await begin(stack, recruiter);
    const [first] = candidate.questions;

    const replies = await times(40, () => candidate.submit(anAnswer(1), first?.id));

    const ids = new Set(replies.map((reply) => reply.ok().response_id));
    expect(ids.size).toBe(1);
    const stored = await stack.table.itemsOf(candidate.interview_id, 'RESPONSE');
    expect(stored.map(({ response_id }) => response_id)).toEqual([...ids]);
  });

  it('40 submits of the same answer without a question id store one answer', async () => {
    const candidate = await begin(stack, recruiter);

    const replies = await times(40, () => candidate.submit(anAnswer(1)));

    expect(tally(replies)).toEqual({ 200: 40 });
    expect(new Set(replies.map((reply) => reply.ok().response_id)).size).toBe(1);
    expect(await stack.table.itemsOf(candidate.interview_id, 'RESPONSE')).toHaveLength(1);
  });

  it('40 submits of different answers store one, and 39 are refused', async () => {
    const candidate = await begin(stack, recruiter);
    const [first] = candidate.questions;

    const replies = await times(40, (n) => candidate.submit(anAnswer(n), first?.id));

    const stored = await stack.table.itemsOf(candidate.interview_id, 'RESPONSE');
    expect(tally(replies)).toEqual({ 200: 1, '409 already_answered': 39 });
    expect(stored.map(({ response_text }) => response_text)).toEqual([
      anAnswer(replies.findIndex(({ status }) => status === 200)),
    ]);
  });

  it('20 completions create one evaluation', async () => {
    const candidate = await begin(stack, recruiter);
    await answerAll(candidate);
    const before = stack.bedrock.calls.length;

    const replies = await times(20, () => candidate.complete());

    const asked = stack.bedrock.calls.slice(before).map(({ task }) => task);
    expect(tally(replies)).toEqual({ 200: 20 });
    expect(asked).toEqual(['write_closing']);
    expect(await stack.table.itemsOf(candidate.interview_id, 'EVALUATION')).toHaveLength(1);
    const later = (await candidate.complete()).ok();
    for (const reply of replies) expect([null, later.score]).toContain(reply.ok().score);
  });

  it('10 starts create one session, started once', async () => {
    const candidate = await invite(stack, recruiter);

    const replies = await times(10, () => candidate.start());

    const read = (await recruiter.read(candidate.interview_id)).ok();
    expect(new Set(replies.map((reply) => reply.ok().session_id)).size).toBe(1);
    expect(read.audit.filter(({ event }) => event === 'interview_started')).toHaveLength(1);
  });

  it('10 recruiters who generate a link get the same one', async () => {
    const { interview_id } = (await recruiter.create(newInterview())).ok();

    const replies = await times(10, () => recruiter.generate(interview_id));

    const links = new Set(replies.map((reply) => reply.ok().link_token));
    const read = (await recruiter.read(interview_id)).ok();
    expect(links.size).toBe(1);
    expect(read.link.generation).toBe(1);
    expect(read.questions).toHaveLength(3);
  });

  it.each(['before', 'after'])(
    'two recruiters who regenerate %s the start leave one live token',
    async (when) => {
      const candidate = await (when === 'before' ? invite : begin)(stack, recruiter);

      const replies = await times(2, () => recruiter.regenerate(candidate.interview_id));

      const tokens = replies.map((reply) => reply.ok().link_token);
      const live = (await recruiter.getLink(candidate.interview_id)).ok();
      const views = await times(2, (n) =>
        api.call('viewInterview', { body: { link_token: tokens[n] } }),
      );
      expect(tally(views)).toEqual({ 200: 1, '401 link_replaced': 1 });
      expect(tokens).toContain(live.link_token);
      expect((await recruiter.read(candidate.interview_id)).ok().link.generation).toBe(3);
    },
  );
});

describe('a submit that races with a regeneration', () => {
  it('loses when the token is replaced between its read and its write', async () => {
    const candidate = await begin(stack, recruiter);
    holdTransaction(() => recruiter.regenerate(candidate.interview_id));

    const reply = await candidate.submit(anAnswer(1));

    expect(tally([reply])).toEqual({ '401 link_replaced': 1 });
    expect(await stack.table.itemsOf(candidate.interview_id, 'RESPONSE')).toEqual([]);
  });

  it.each(['start', 'draft', 'complete', 'accommodation'])('and so does %s', async (name) => {
    const candidate = await (name === 'start' ? invite : begin)(stack, recruiter);
    const { questions } = (await recruiter.read(candidate.interview_id)).ok();
    const call = Object.fromEntries(candidateCalls(candidate, questions[0]?.id ?? ''))[name];
    holdTransaction(() => recruiter.regenerate(candidate.interview_id));

    const reply = await call?.();

    expect(reply?.refusal().code).toBe('link_replaced');
    const { status } = (await recruiter.read(candidate.interview_id)).ok();
    expect(status).toBe(name === 'start' ? 'scheduled' : 'in_progress');
  });

  it('is stored or refused, whatever the order, and never both', async () => {
    const candidates = await times(6, () => begin(stack, recruiter));

    const replies = await Promise.all(
      candidates.map(async (candidate) => {
        const [reply, { link_token }] = await Promise.all([
          candidate.submit(anAnswer(1)),
          recruiter.regenerate(candidate.interview_id).then((made) => made.ok()),
        ]);
        const fresh = { ...candidate, ai_session_id: candidate.session_id, link_token };
        const { answered_questions } = (await api.candidate(fresh).start()).ok();
        return { outcome: reply.status, answered_questions };
      }),
    );

    for (const { outcome, answered_questions } of replies) {
      expect([
        { outcome: 200, answered_questions: 1 },
        { outcome: 401, answered_questions: 0 },
      ]).toContainEqual({ outcome, answered_questions });
    }
  });
});

describe('a completion that races with a submit', () => {
  it('evaluates the answer that was stored between its read and its seal', async () => {
    const candidate = await begin(stack, recruiter);
    (await candidate.submit(anAnswer(1))).ok();
    holdTransaction(async () => (await candidate.submit(anAnswer(2))).ok());

    const completed = (await candidate.complete()).ok();

    const { evaluation } = (await recruiter.read(candidate.interview_id)).ok();
    expect(completed).toMatchObject({ answered_questions: 2, status: 'completed' });
    expect(evaluation?.questions.map(({ status }) => status)).toEqual([
      'scored',
      'scored',
      'not_answered',
    ]);
  });

  it('excludes the answer whose write comes after the seal', async () => {
    const candidate = await begin(stack, recruiter);
    (await candidate.submit(anAnswer(1))).ok();
    holdTransaction(async () => (await candidate.complete()).ok());

    const late = await candidate.submit(anAnswer(2));

    const { evaluation, responses } = (await recruiter.read(candidate.interview_id)).ok();
    expect(tally([late])).toEqual({ '409 interview_completed': 1 });
    expect(responses).toHaveLength(1);
    expect(evaluation?.questions.filter(({ status }) => status === 'scored')).toHaveLength(1);
  });

  it('covers exactly the stored answers, whatever the order', async () => {
    const candidates = await times(6, () => begin(stack, recruiter));

    await Promise.all(
      candidates.map(async (candidate) => {
        (await candidate.submit(anAnswer(1))).ok();
        await Promise.all([candidate.submit(anAnswer(2)), candidate.complete()]);
      }),
    );

    for (const { interview_id } of candidates) {
      const { evaluation, responses } = (await recruiter.read(interview_id)).ok();
      const covered = evaluation?.questions.filter(({ status }) => status !== 'not_answered');
      expect(covered?.map(({ question_id }) => question_id)).toEqual(
        responses.map(({ question_id }) => question_id),
      );
    }
  });
});

describe('a cancellation', () => {
  it('that comes between the read and the write of a start wins', async () => {
    const candidate = await invite(stack, recruiter);
    holdTransaction(() =>
      stack.table.changeInterview(candidate.interview_id, { status: 'cancelled' }),
    );

    const reply = await candidate.start();

    expect(tally([reply])).toEqual({ '409 interview_cancelled': 1 });
  });
});
