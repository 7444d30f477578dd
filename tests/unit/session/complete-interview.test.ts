import { beforeEach, describe, expect, it, vi } from 'vitest';
import { completeInterview } from '../../../functions/complete-interview/complete-interview.ts';
import type { InterviewerFailure } from '../../../shared/interviewer/interviewer.ts';
import type { Evaluating } from '../../../shared/session/evaluate.ts';
import { ConditionFailed } from '../../../shared/table/client.ts';
import type { InterviewRecord } from '../../../shared/table/interviews.ts';
import { fakeInterviewer } from '../../support/fake-interviewer.ts';
import { atOnce } from '../../support/kits.ts';
import { linkOf } from '../../support/links.ts';
import {
  aLink,
  anAssessment,
  anEvaluation,
  aQuestion,
  aRecord,
  aResponse,
  id,
  inTime,
  openNow,
} from '../../support/records.ts';
import { codeOf } from '../../support/refusals.ts';

let interviewer: ReturnType<typeof fakeInterviewer>;
beforeEach(() => {
  interviewer = fakeInterviewer();
});

const fakes = (...reads: (InterviewRecord | null)[]) => {
  const [first] = reads;
  if (!first) throw new Error('The link is made from the first record');
  const link = linkOf(first);
  const steps: string[] = [];
  const deps = {
    readInterview: vi.fn(async () => (reads.length > 1 ? reads.shift() : reads[0]) ?? null),
    sealSession: vi.fn(async (..._: unknown[]): Promise<void> => void steps.push('sealed')),
    readAssessment: async () => null,
    oneAtATime: atOnce,
    keepAssessment: vi.fn<Evaluating['keepAssessment']>(async (_id, { assessment }) => {
      steps.push('assessed');
      return assessment;
    }),
    keepEvaluation: vi.fn<Evaluating['keepEvaluation']>(async (_id, evaluation) => {
      steps.push('evaluated');
      return evaluation;
    }),
    evaluateLater: vi.fn(async () => void steps.push('queued')),
    report: vi.fn(),
    releaseLease: vi.fn(async () => undefined),
    interviewer: interviewer.interviewer,
    now: () => openNow,
  };
  const complete = (session_id = id(50)) => completeInterview(deps, link, { session_id }, inTime);
  return { deps, steps, complete };
};

const answered = (levels: number[]) =>
  aRecord({
    responses: levels.map((level, n) => aResponse(n + 1, { assessment: anAssessment(level) })),
  });

describe('completing an interview', () => {
  it('queues a late evaluation, then seals and evaluates', async () => {
    const { steps, complete } = fakes(answered([3, 3, 3]));

    await complete();

    expect(steps).toEqual(['queued', 'sealed', 'evaluated']);
  });

  it('returns the evaluation that it stores', async () => {
    const { deps, complete } = fakes(answered([5, 4, 3]));

    const view = await complete();

    expect(view).toMatchObject({
      status: 'completed',
      score: 75,
      recommendation: 'Yes',
      evaluation: 'The answers named cases.',
      strengths: 'Cases.',
      areas_for_improvement: 'Outcomes.',
      answered_questions: 3,
      total_questions: 3,
      message: 'Interview completed successfully',
    });
    expect(deps.keepEvaluation.mock.calls[0]?.[1]).toMatchObject({ version: 1, score: 75 });
  });

  it('seals with the counts that it has read', async () => {
    const { deps, complete } = fakes(answered([3, 3]));

    await complete();

    expect(deps.sealSession).toHaveBeenCalledWith(
      expect.objectContaining({ interview_id: id(1) }),
      {
        link_id: aLink().link_id,
        answered: 2,
        follow_ups: 0,
        completed_at: '2026-11-23T10:05:00.000Z',
        completed_by: 'candidate',
        by: 'candidate',
      },
    );
  });

  it('scores an unanswered question as 0 and marks it as not answered', async () => {
    const { deps, complete } = fakes(answered([5]));

    const view = await complete();

    expect(view).toMatchObject({ score: 33, recommendation: 'No', answered_questions: 1 });
    expect(deps.keepEvaluation.mock.calls[0]?.[1]).toMatchObject({
      questions: [{ status: 'scored' }, { status: 'not_answered' }, { status: 'not_answered' }],
    });
  });

  it('without any answer gives no score, says so in the language, and asks no model', async () => {
    const { deps, complete } = fakes(aRecord({ interview: { language: 'de-AT' } }));

    const view = await complete();

    expect(view).toMatchObject({
      status: 'completed',
      score: null,
      recommendation: null,
      needs_human: true,
      // Nobody wrote it: the page says neither that AI did nor that it is a demonstration.
      evaluator: null,
      evaluation: expect.stringContaining('Keine Frage wurde beantwortet'),
    });
    expect(deps.keepEvaluation.mock.calls[0]?.[1]).toMatchObject({
      status: 'needs_human',
      questions: [1, 2, 3].map(() => ({ status: 'not_answered', score: null })),
      provenance: { model_id: 'none', input_tokens: 0, output_tokens: 0 },
    });
    expect(interviewer.asked).toEqual([]);
  });

  it('assesses the answers that have no assessment yet', async () => {
    const record = aRecord({
      responses: [aResponse(1, { assessment: anAssessment(5) }), aResponse(2), aResponse(3)],
    });
    const { deps, complete } = fakes(record);

    await complete();

    expect(interviewer.times('assessAnswer')).toBe(2);
    expect(deps.keepAssessment).toHaveBeenCalledTimes(2);
  });

  it('with a level that has no support asks for a human and gives no score', async () => {
    const record = aRecord({
      responses: [1, 2, 3].map((n) =>
        aResponse(n, { assessment: anAssessment(n === 2 ? null : 4) }),
      ),
    });
    const { complete } = fakes(record);

    expect(await complete()).toMatchObject({
      status: 'completed',
      score: null,
      recommendation: null,
      needs_human: true,
    });
  });
});

describe('completing an interview while the AI or the table fails', () => {
  const failures: InterviewerFailure[] = [
    'throttled',
    'unavailable',
    'timeout',
    'refused',
    'guardrail',
    'truncated',
    'invalid_output',
    'budget_reached',
  ];

  it.each(failures)('seals it and invents nothing: %s', async (failure) => {
    const { deps, complete } = fakes(aRecord({ responses: [aResponse(1)] }));
    interviewer.state.fail = failure;

    const view = await complete();

    expect(view).toMatchObject({
      status: 'evaluating',
      score: null,
      recommendation: null,
      evaluation: null,
      strengths: null,
      answered_questions: 1,
    });
    expect(deps.sealSession).toHaveBeenCalledOnce();
    expect(deps.keepEvaluation).not.toHaveBeenCalled();
    expect(deps.evaluateLater).toHaveBeenCalledOnce();
    expect(deps.report).toHaveBeenCalledOnce();
  });

  it('keeps the assessments if only the closing text fails', async () => {
    const { deps, complete } = fakes(aRecord({ responses: [aResponse(1), aResponse(2)] }));
    interviewer.state.fail = 'timeout';
    interviewer.state.failing = ['writeClosing'];

    const view = await complete();

    expect(view.status).toBe('evaluating');
    expect(deps.keepAssessment).toHaveBeenCalledTimes(2);
  });

  it('returns "evaluating" if the evaluation cannot be stored', async () => {
    const { deps, complete } = fakes(answered([3, 3, 3]));
    deps.keepEvaluation.mockRejectedValue(new Error('down'));

    expect(await complete()).toMatchObject({ status: 'evaluating', score: null });
  });
});

describe('completing an interview again', () => {
  it('returns the stored evaluation and does not ask the AI', async () => {
    const { deps, complete } = fakes(
      aRecord({ interview: { status: 'completed' }, evaluations: [anEvaluation({ score: 81 })] }),
    );

    expect(await complete()).toMatchObject({ status: 'completed', score: 81 });
    expect(deps.sealSession).not.toHaveBeenCalled();
    expect(interviewer.asked).toEqual([]);
  });

  it('before it is evaluated returns "evaluating"', async () => {
    const { deps, complete } = fakes(aRecord({ interview: { status: 'completed' } }));

    expect(await complete()).toMatchObject({ status: 'evaluating', score: null });
    expect(interviewer.asked).toEqual([]);
    expect(deps.sealSession).not.toHaveBeenCalled();
  });

  it('returns the newest of several evaluations', async () => {
    const { complete } = fakes(
      aRecord({
        interview: { status: 'completed' },
        evaluations: [anEvaluation({ score: 40 }), anEvaluation({ version: 2, score: 60 })],
      }),
    );

    expect(await complete()).toMatchObject({ score: 60 });
  });
});

describe('completing an interview is refused', () => {
  it.each([
    ['before the start', 'scheduled', 'not_started'],
    ['after cancellation', 'cancelled', 'interview_cancelled'],
  ] as const)('%s', async (_name, status, code) => {
    const { deps, complete } = fakes(aRecord({ interview: { status } }));

    expect(await codeOf(complete())).toBe(code);
    expect(deps.evaluateLater).not.toHaveBeenCalled();
  });

  it('with the session of another interview', async () => {
    const { complete } = fakes(aRecord());

    expect(await codeOf(complete(id(51)))).toBe('link_invalid');
  });
});

describe('a completion that loses a race', () => {
  const lost = (...after: (InterviewRecord | null)[]) => {
    const made = fakes(answered([3]), ...after);
    made.deps.sealSession.mockRejectedValueOnce(new ConditionFailed());
    return made;
  };

  it('against an answer is retried with that answer', async () => {
    const { deps, complete } = lost(answered([3, 5]));

    const view = await complete();

    expect(view).toMatchObject({ status: 'completed', answered_questions: 2 });
    expect(deps.sealSession.mock.lastCall?.[1]).toMatchObject({ answered: 2 });
    expect(deps.evaluateLater).toHaveBeenCalledOnce();
  });

  it('against a follow-up question is retried with that question', async () => {
    const follow_up = aQuestion(1.5, { follow_up_to: aQuestion(1).id });
    const questions = [aQuestion(1), follow_up, aQuestion(2), aQuestion(3)];
    const { deps, complete } = lost({ ...answered([3]), questions });

    expect(await complete()).toMatchObject({ status: 'completed', total_questions: 4 });
    expect(deps.sealSession.mock.lastCall?.[1]).toMatchObject({ answered: 1, follow_ups: 1 });
  });

  it('against another completion does not ask the AI', async () => {
    const { complete } = lost(aRecord({ interview: { status: 'completed' } }));

    expect(await complete()).toMatchObject({ status: 'evaluating' });
    expect(interviewer.asked).toEqual([]);
  });

  it.each([
    ['a new link', aRecord({ link: aLink({ link_id: 'f'.repeat(32) }) }), 'link_replaced'],
    ['the deletion', null, 'link_invalid'],
  ])('against %s is refused', async (_name, after, code) => {
    const { complete } = lost(after);

    expect(await codeOf(complete())).toBe(code);
  });

  it('every time ends in a conflict', async () => {
    const { deps, complete } = fakes(answered([3]));
    deps.sealSession.mockRejectedValue(new ConditionFailed());

    expect(await codeOf(complete())).toBe('conflict');
    expect(interviewer.asked).toEqual([]);
  });

  it('against an earlier evaluation returns that one', async () => {
    const { deps, complete } = fakes(answered([3]));
    deps.keepEvaluation.mockResolvedValue(anEvaluation({ score: 81 }));

    expect(await complete()).toMatchObject({ status: 'completed', score: 81 });
    expect(deps.report).not.toHaveBeenCalled();
  });
});
