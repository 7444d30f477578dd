import { describe, expect, it } from 'vitest';
import { type Scorable, scoreInterview } from '../../../shared/domain/score.ts';
import { placeKey } from '../../../shared/table/keys.ts';
import { anAnswer, answerAll, begin, finish } from '../../support/interviews.ts';
import { sharedTestStack } from '../../support/stack.ts';
import { deliver, endLeases, evaluateLate } from './late.ts';
import { expectErrorForm } from './refusals.ts';

const stack = await sharedTestStack();
const recruiter = await stack.api.logIn();
/** Long enough for the queue on a busy machine. */
const soon = { timeout: 30_000 };
const read = async (interview_id: string) => (await recruiter.read(interview_id)).ok();

/** An answer without the evidence that is wanted. */
const poor = 'I have not worked with it much, but I find it interesting.';

describe('another evaluation', () => {
  it('is a version of its own beside the older ones, which stay as they are', async () => {
    const { interview_id, complete } = await finish(stack, recruiter);
    const [first] = (await read(interview_id)).evaluations;

    const asked = (await recruiter.evaluate(interview_id)).ok();
    await expect.poll(async () => (await read(interview_id)).evaluations.length, soon).toBe(2);
    (await recruiter.evaluate(interview_id)).ok();
    await expect.poll(async () => (await read(interview_id)).evaluations.length, soon).toBe(3);

    const { evaluations, evaluation } = await read(interview_id);
    expect(asked).toMatchObject({ version: 2, status: 'evaluating' });
    expect(evaluations[0]).toEqual(first);
    expect(evaluations.map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(evaluation).toEqual(evaluations[2]);
    expect((await complete()).ok().score).toBe(evaluation?.score);
  });

  it('is created once if several recruiters request it at the same time', async () => {
    const { interview_id } = await finish(stack, recruiter);

    const asked = await Promise.all([1, 2, 3].map(() => recruiter.evaluate(interview_id)));

    expect(asked.map((reply) => reply.ok().version)).toEqual([2, 2, 2]);
    await expect.poll(async () => (await read(interview_id)).evaluations.length, soon).toBe(2);
    await deliver(JSON.stringify({ interview_id, version: 2 }));
    expect((await read(interview_id)).evaluations.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('is refused before the interview is completed', async () => {
    const { interview_id } = await begin(stack, recruiter);

    const refused = await recruiter.evaluate(interview_id);

    expectErrorForm(refused, 409, 'not_completed');
  });

  it('that is requested while the first one is missing creates the first one', async () => {
    const candidate = await begin(stack, recruiter);
    await answerAll(candidate);
    stack.bedrock.setFault('unavailable', { task: 'write_closing' });
    (await candidate.complete()).ok();
    stack.bedrock.setFault(null);

    const asked = (await recruiter.evaluate(candidate.interview_id)).ok();

    expect(asked.version).toBe(1);
    await expect.poll(async () => (await candidate.complete()).ok().status, soon).toBe('completed');
    expect((await read(candidate.interview_id)).evaluations).toHaveLength(1);
  });
});

describe('an evaluation', () => {
  it('names the source of each of its parts, and its score can be recomputed', async () => {
    const { interview_id, result } = await finish(stack, recruiter);

    const { questions, responses, evaluation } = await read(interview_id);

    const scorables: Scorable[] = questions.map((question) => {
      const response = responses.find(({ question_id }) => question_id === question.id);
      const assessment = response?.assessment ?? null;
      return { question, answered: response !== undefined, assessment };
    });
    const total = scoreInterview(scorables);
    expect([total.score, total.recommendation]).toEqual([result.score, result.recommendation]);
    const provenances = [
      evaluation?.provenance,
      ...responses.map(({ assessment }) => assessment?.provenance),
    ];
    for (const provenance of provenances) {
      expect(provenance).toMatchObject({
        evaluator: 'offline',
        model_id: 'offline',
        prompt_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    }
  });

  it('is based on quotes that appear verbatim in the answers', async () => {
    const { interview_id, result } = await finish(stack, recruiter);

    const { responses } = await read(interview_id);

    const quotes = responses.flatMap(({ response_text, assessment }) =>
      (assessment?.criteria ?? []).flatMap((criterion) => {
        if ((criterion.level ?? 0) > 1) expect(criterion.quotes.length).toBeGreaterThan(0);
        return criterion.quotes.map((quote) => ({ quote, response_text }));
      }),
    );
    expect(quotes.length).toBeGreaterThan(0);
    for (const { quote, response_text } of quotes) expect(response_text).toContain(quote);
    const shown = result.evidence.flatMap(({ quotes: own }) => own);
    // The candidate sees each passage of an answer once.
    const each = new Set(quotes.map(({ quote, response_text }) => `${response_text}\n${quote}`));
    expect(shown).toHaveLength(each.size);
    expect(new Set(shown)).toEqual(new Set(quotes.map(({ quote }) => quote)));
  });

  it('marks a question that was not answered as such', async () => {
    const { submit, complete, interview_id } = await begin(stack, recruiter);
    (await submit(anAnswer(1))).ok();

    const completed = (await complete()).ok();

    const { evaluation } = await read(interview_id);
    expect(completed).toMatchObject({ answered_questions: 1, total_questions: 3 });
    expect(evaluation?.questions.map(({ status }) => status)).toEqual([
      'scored',
      'not_answered',
      'not_answered',
    ]);
    expect(evaluation?.questions.slice(1).map((question) => question.score)).toEqual([0, 0]);
  });

  it('is on the queue once the sweep has sealed what a candidate left open, with what was typed and not sent', async () => {
    const { interview_id, submit, draft, questions } = await begin(stack, recruiter);
    (await submit(anAnswer(1))).ok();
    const question_id = questions[1]?.id ?? '';
    (await draft(question_id, 'Half a sentence', 1)).ok();
    const starts_at = '2026-01-05T10:00:00.000Z';
    const ends_at = '2026-01-05T11:00:00.000Z';
    const gsi1sk = placeKey({ interview_id, starts_at, created_at: starts_at });
    await stack.table.changeInterview(interview_id, { starts_at, ends_at, gsi1sk });

    const queued: string[] = [];
    stack.hear((_service, operation, input) => {
      if (operation === 'SendMessage') queued.push(String(Object(input).MessageBody));
    });

    await stack.sweep();

    expect(queued).toContain(JSON.stringify({ interview_id }));
    expect(await read(interview_id)).toMatchObject({
      status: 'completed',
      completed_by: 'expiry',
      unsent_drafts: [{ question_id, order: 2, text: 'Half a sentence' }],
      session: { status: 'evaluating', answered_questions: 1 },
    });
    await endLeases(stack, interview_id);
    expect(await evaluateLate(interview_id)).toBe(true);
    const { session, evaluations } = await read(interview_id);
    expect(session?.status).toBe('completed');
    expect(evaluations).toHaveLength(1);
  });

  it('never shows a candidate a rubric, a level or a weight', async () => {
    const candidate = await begin(stack, recruiter);
    const { questions } = await read(candidate.interview_id);
    const replies = [
      await candidate.open(),
      await candidate.view(),
      await candidate.start(),
      await candidate.submit(anAnswer(1)),
      await candidate.complete(),
      await candidate.start(),
    ];

    const seen = replies.map(({ text }) => text).join('\n');

    const secrets = questions.flatMap(({ rubric }) =>
      rubric.criteria.flatMap(({ anchors, evidence_wanted }) => [
        ...Object.values(anchors),
        ...evidence_wanted,
      ]),
    );
    expect(secrets.length).toBeGreaterThan(10);
    for (const secret of secrets) expect(seen).not.toContain(secret);
    expect(seen).not.toMatch(/"(rubric|weight|level|competency_id|criteria|anchors)"/);
  });
});

describe('follow-up questions', () => {
  it('are asked only if the interview allows them', async () => {
    const { submit, interview_id } = await begin(stack, recruiter);

    const { total_questions } = (await submit(poor)).ok();

    expect(total_questions).toBe(3);
    expect(await stack.table.itemsOf(interview_id, 'QUESTION')).toHaveLength(3);
  });

  it('are asked as the next question, as many as allowed and at most one per question', async () => {
    const { submit, questions, start } = await begin(stack, recruiter, { follow_ups: 1 });

    const first = (await submit(`${poor} One.`)).ok();
    const second = (await submit(`${poor} Two.`)).ok();
    const third = (await submit(`${poor} Three.`)).ok();

    const known = questions.map(({ id }) => id);
    expect(first).toMatchObject({ total_questions: 4, answered_questions: 1 });
    expect(known).not.toContain(first.next_question_id);
    expect(second).toMatchObject({ total_questions: 4, next_question_id: known[1] });
    expect(second.current_question_id).toBe(first.next_question_id);
    expect(third).toMatchObject({ total_questions: 4, next_question_id: known[2] });
    const order = (await start()).ok().questions.map(({ id }) => id);
    expect(order).toEqual([known[0], first.next_question_id, known[1], known[2]]);
  });

  it('are no more than allowed when several questions are answered at once', async () => {
    const { submit, questions, interview_id } = await begin(stack, recruiter, { follow_ups: 1 });

    const replies = await Promise.all(questions.map(({ id }) => submit(poor, id)));

    const read = (await recruiter.read(interview_id)).ok();
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(read.questions).toHaveLength(4);
    expect(read.responses.map(({ assessment_status }) => assessment_status)).toEqual([
      'scored',
      'scored',
      'scored',
    ]);
  });

  it.each(['is not answered', 'is answered poorly', 'is answered well'])(
    'never lower a score: one that %s',
    async (how) => {
      const plain = await begin(stack, recruiter);
      for (const { id } of plain.questions) (await plain.submit(poor, id)).ok();
      const without = (await plain.complete()).ok();
      const candidate = await begin(stack, recruiter, { follow_ups: 1 });
      const { next_question_id } = (await candidate.submit(poor, candidate.questions[0]?.id)).ok();
      const followUp = next_question_id ?? '';
      for (const { id } of candidate.questions.slice(1)) (await candidate.submit(poor, id)).ok();

      if (how === 'is answered poorly') (await candidate.submit('No.', followUp)).ok();
      if (how === 'is answered well') (await candidate.submit(anAnswer(1), followUp)).ok();
      const completed = (await candidate.complete()).ok();

      expect(completed.score).toBeGreaterThanOrEqual(without.score ?? 101);
      expect(completed.total_questions).toBe(4);
    },
  );
});

describe('the cost of an interview', () => {
  it('is shown to recruiters, in tokens, characters and dollars', async () => {
    const candidate = await begin(stack, recruiter, { job_title: `Engineer ${Date.now()}` });
    const before = (await read(candidate.interview_id)).cost;
    await answerAll(candidate);
    (await candidate.complete()).ok();
    const { interview_id } = candidate;

    const { cost } = await read(interview_id);

    expect(before.questions.input_tokens).toBeGreaterThan(100);
    expect(before.evaluation).toMatchObject({ input_tokens: 0, output_tokens: 0, usd: 0 });
    expect(cost.evaluation.input_tokens).toBeGreaterThan(100);
    expect(cost).toMatchObject({
      voice: { characters: 0, usd: 0 },
      total_usd: 0,
      upper_estimate: false,
    });
    expect(cost.prices_of).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});
