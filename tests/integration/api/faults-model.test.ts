import { afterEach, describe, expect, it, vi } from 'vitest';
import { type BedrockFault, faults } from '../../../local/bedrock/faults.ts';
import { neutralFeedback } from '../../../shared/interviewer/neutral-feedback.ts';
import { anAnswer, begin, newInterview } from '../../support/interviews.ts';
import { sharedTestStack } from '../../support/stack.ts';
import { evaluateLate } from './late.ts';
import { expectErrorForm } from './refusals.ts';

const stack = await sharedTestStack();
const recruiter = await stack.api.logIn();
afterEach(() => void vi.restoreAllMocks());

/** Makes the model fail; a call that hangs is abandoned after half a second. */
const fail = (fault: BedrockFault, filter: Parameters<typeof stack.bedrock.setFault>[1]) => {
  stack.bedrock.setFault(fault, filter);
  const { timeout } = AbortSignal;
  if (fault !== 'hang') return;
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(500));
};
const heal = () => {
  stack.bedrock.setFault(null);
  vi.restoreAllMocks();
};

/** Faults that spoil the content of a reply; in some tasks there is nothing to spoil. */
const spoiling: readonly BedrockFault[] = [
  'extra_keys',
  'missing_keys',
  'level_nan',
  'level_minus_one',
  'level_101',
  'level_fraction',
  'wrong_language',
  'invented_quote',
  'foreign_quote',
];
const ending = faults.filter((fault) => !spoiling.includes(fault));
/** Faults that recur on every retry. */
const final: readonly BedrockFault[] = ['refuse', 'content_filtered', 'guardrail'];

/** One answer and a completion; the score by a healthy model is what the others must reach. */
const answered = async () => {
  const candidate = await begin(stack, recruiter);
  const submit = () => candidate.submit(anAnswer(1), candidate.questions[0]?.id);
  return { ...candidate, submitFirst: submit };
};
const healthy = await answered();
(await healthy.submitFirst()).ok();
const { score } = (await healthy.complete()).ok();

const nothing = {
  status: 'evaluating',
  score: null,
  recommendation: null,
  evaluation: null,
  strengths: null,
  areas_for_improvement: null,
  evidence: [],
};

describe('a model that fails while the questions are written', () => {
  const some = ['unavailable', 'refuse', 'hang', 'broken_json', 'level_101'] as const;
  const cases = [
    ...faults.map((fault) => ({ task: 'write_questions' as const, fault })),
    ...some.map((fault) => ({ task: 'derive_competencies' as const, fault })),
  ];
  it.each(cases)(
    'by $fault ($task) leaves a whole link or none, and a retry makes one',
    async ({ task, fault }) => {
      const sent = newInterview({ job_title: `Engineer for ${task} ${fault}` });
      const { interview_id } = (await recruiter.create(sent)).ok();
      fail(fault, { task });

      const reply = await recruiter.generate(interview_id);
      heal();

      const read = (await recruiter.read(interview_id)).ok();
      if (ending.includes(fault)) expectErrorForm(reply, 500, 'ai_unavailable');
      if (reply.status === 200) {
        expect(read.questions).toHaveLength(3);
      } else {
        expectErrorForm(reply, 500, 'ai_unavailable');
        expect(reply.refusal().error).toMatch(/^Failed to generate AI interview link: [a-zA-Z ]+$/);
        expect(Number(reply.headers.get('retry-after') ?? 0) > 0).toBe(!final.includes(fault));
        expect([read.link.status, read.session, read.questions]).toEqual(['none', null, []]);
      }
      expect((await recruiter.generate(interview_id)).ok().questions_generated).toBe(3);
    },
  );
});

describe('a model that fails while an answer is read', () => {
  it.each(ending)(
    'by %s: the answer is stored, nothing is made up, and it is assessed later',
    async (fault) => {
      const candidate = await answered();
      fail(fault, { task: 'assess_answer' });

      const submitted = (await candidate.submitFirst()).ok();
      const completed = (await candidate.complete()).ok();
      const waiting = (await recruiter.read(candidate.interview_id)).ok();
      const failed = await evaluateLate(candidate.interview_id);
      heal();
      const done = await evaluateLate(candidate.interview_id);

      expect(submitted).toMatchObject({
        feedback: neutralFeedback('en-US'),
        feedback_detail: null,
      });
      expect(completed).toMatchObject(nothing);
      expect(waiting.responses.map(({ assessment_status }) => assessment_status)).toEqual([
        'pending',
      ]);
      expect([failed, done]).toEqual([false, true]);
      expect((await candidate.complete()).ok()).toMatchObject({ status: 'completed', score });
    },
  );

  it.each(spoiling)('by %s leads to the honest score or none', async (fault) => {
    const candidate = await answered();
    fail(fault, { task: 'assess_answer' });

    (await candidate.submitFirst()).ok();
    const completed = (await candidate.complete()).ok();
    heal();
    await evaluateLate(candidate.interview_id);

    const { responses, evaluation } = (await recruiter.read(candidate.interview_id)).ok();
    expect([null, score]).toContain(completed.score);
    expect([null, score]).toContain(evaluation?.score);
    const status = responses[0]?.assessment_status;
    expect(status).toBe(evaluation?.score === null ? 'needs_human' : 'scored');
    expect(evaluation?.needs_human).toBe(true);
  });

  it.each(['invented_quote', 'foreign_quote'] as const)(
    'by %s requires a person, and a new evaluation gets a score',
    async (fault) => {
      const candidate = await answered();
      fail(fault, { task: 'assess_answer' });
      (await candidate.submitFirst()).ok();

      const completed = (await candidate.complete()).ok();
      heal();
      (await recruiter.evaluate(candidate.interview_id)).ok();

      expect(completed).toMatchObject({ score: null, recommendation: null, needs_human: true });
      await expect
        .poll(async () => (await recruiter.read(candidate.interview_id)).ok().evaluations, {
          timeout: 20_000,
        })
        .toMatchObject([
          { version: 1, status: 'needs_human', score: null },
          { version: 2, status: 'scored', score },
        ]);
    },
  );
});

describe('a model that fails while the closing text is written', () => {
  it.each(faults)(
    'by %s: the interview is sealed without a number, and completed automatically later',
    async (fault) => {
      const candidate = await answered();
      (await candidate.submitFirst()).ok();
      fail(fault, { task: 'write_closing' });

      const completed = (await candidate.complete()).ok();
      heal();
      await evaluateLate(candidate.interview_id);

      if (ending.includes(fault)) expect(completed).toMatchObject(nothing);
      else expect([null, score]).toContain(completed.score);
      const later = (await candidate.complete()).ok();
      expect(later).toMatchObject({ status: 'completed', score });
      expect(later.evaluation?.length).toBeGreaterThan(20);
    },
  );
});

describe('a model that fails while a follow-up is written', () => {
  it.each(ending)('by %s costs the follow-up and nothing else', async (fault) => {
    const { questions, submit, complete } = await begin(stack, recruiter, { follow_ups: 2 });
    fail(fault, { task: 'write_follow_up' });

    const submitted = (await submit('I have not done much of it.', questions[0]?.id)).ok();
    heal();

    expect(submitted.feedback_detail).not.toBeNull();
    expect(submitted).toMatchObject({ total_questions: 3, next_question_id: questions[1]?.id });
    expect((await complete()).ok().status).toBe('completed');
  });
});

describe('a model that is slow or busy', () => {
  it('is called at most four times for one answer, retries of the SDK included', async () => {
    for (const fault of ['throttle', 'model_error', 'broken_json', 'invented_quote'] as const) {
      const candidate = await answered();
      fail(fault, {});
      const before = stack.bedrock.calls.length;

      await candidate.submitFirst();

      expect(stack.bedrock.calls.length - before).toBeLessThanOrEqual(4);
      heal();
    }
  });

  it('is called again after one failure, and nobody notices', async () => {
    const candidate = await answered();
    stack.bedrock.setFault('broken_json', { times: 1 });

    const submitted = (await candidate.submitFirst()).ok();
    stack.bedrock.setFault('throttle', { times: 1 });
    const completed = (await candidate.complete()).ok();

    expect(submitted.feedback_detail).not.toBeNull();
    expect(completed).toMatchObject({ status: 'completed', score });
  });
});
