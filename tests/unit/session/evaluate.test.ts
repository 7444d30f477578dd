import { beforeEach, describe, expect, it, vi } from 'vitest';
import { conflict } from '../../../shared/domain/errors.ts';
import { InterviewerError } from '../../../shared/interviewer/interviewer.ts';
import {
  assessMissing,
  type Evaluating,
  evaluate,
  evaluateAgain,
} from '../../../shared/session/evaluate.ts';
import { refusedAssessment } from '../../../shared/session/refused.ts';
import { fakeInterviewer } from '../../support/fake-interviewer.ts';
import { atOnce } from '../../support/kits.ts';
import {
  anAssessment,
  anEvaluation,
  aProvenance,
  aQuestion,
  aRecord,
  aResponse,
  aSession,
  id,
  openNow,
} from '../../support/records.ts';

let interviewer: ReturnType<typeof fakeInterviewer>;
beforeEach(() => {
  interviewer = fakeInterviewer();
});

const until = { at: openNow + 1_000 };
const fakes = () => ({
  interviewer: interviewer.interviewer,
  readAssessment: async () => null,
  oneAtATime: atOnce,
  keepAssessment: vi.fn<Evaluating['keepAssessment']>(async (_id, made) => made.assessment),
  keepEvaluation: vi.fn<Evaluating['keepEvaluation']>(async (_id, evaluation) => evaluation),
  now: () => openNow,
});
const sealed = (levels: (number | null)[]) =>
  aRecord({
    interview: { status: 'completed' },
    responses: levels.map((level, n) => aResponse(n + 1, { assessment: anAssessment(level) })),
  });
const unread = (count: number) =>
  aRecord({
    questions: Array.from({ length: count }, (_, n) => aQuestion(n + 1)),
    responses: Array.from({ length: count }, (_, n) => aResponse(n + 1)),
  });

describe('assessing answers', () => {
  it('assesses only those without an assessment and stores each', async () => {
    const deps = fakes();
    const record = aRecord({
      responses: [aResponse(1, { assessment: anAssessment(5) }), aResponse(2)],
    });

    const read = await assessMissing(deps, record, until);

    expect(read.responses.map(({ assessment }) => assessment?.criteria[0]?.level)).toEqual([5, 3]);
    expect(deps.keepAssessment.mock.calls.map(([, made]) => made)).toMatchObject([{ order: 2 }]);
  });

  it('assesses at most four at once', async () => {
    let now = 0;
    let most = 0;
    const deps = fakes();
    const { assessAnswer } = interviewer.interviewer;
    deps.interviewer = {
      ...interviewer.interviewer,
      assessAnswer: async (...asked) => {
        most = Math.max(most, ++now);
        await new Promise(setImmediate);
        now--;
        return assessAnswer(...asked);
      },
    };

    await assessMissing(deps, unread(15), until);

    expect(most).toBe(4);
    expect(interviewer.times('assessAnswer')).toBe(15);
  });

  it('keeps the other assessments when one fails', async () => {
    const deps = fakes();
    const { assessAnswer } = interviewer.interviewer;
    deps.interviewer = {
      ...interviewer.interviewer,
      assessAnswer: (input, deadline) =>
        input.answer === 'Answer 2'
          ? Promise.reject(new InterviewerError('timeout'))
          : assessAnswer(input, deadline),
    };

    await expect(assessMissing(deps, unread(3), until)).rejects.toMatchObject({
      failure: 'timeout',
    });

    expect(deps.keepAssessment).toHaveBeenCalledTimes(2);
  });

  it('uses the stored assessment if another came first', async () => {
    const deps = fakes();
    deps.keepAssessment.mockResolvedValue(anAssessment(5));

    const read = await assessMissing(deps, unread(2), until);

    expect(read.responses.map(({ assessment }) => assessment)).toEqual([
      anAssessment(5),
      anAssessment(5),
    ]);
  });

  it('sends each answer alone, with its own question', async () => {
    await assessMissing(fakes(), unread(2), until);

    const asked = interviewer.asked.map(({ input }) => input);
    expect(asked).toMatchObject([
      { question: 'Question 1?', answer: 'Answer 1' },
      { question: 'Question 2?', answer: 'Answer 2' },
    ]);
    expect(JSON.stringify(asked)).not.toMatch(/Ada|ada@example|RESUME|Backend/);
  });

  it('books a reading that could not be stored', async () => {
    const deps = fakes();
    deps.keepAssessment.mockRejectedValue(conflict());

    await expect(assessMissing(deps, unread(1), until)).rejects.toThrow();

    expect(interviewer.wasted).toEqual([anAssessment(3).provenance]);
  });

  it.each(['refused', 'guardrail'] as const)(
    'leaves an answer to a person if it is refused for good: %s',
    async (failure) => {
      interviewer.state.fail = failure;
      const refused: Evaluating['refused'] = (rubric, evaluator) =>
        refusedAssessment(rubric, { evaluator, model_id: 'model' }, '2026-11-23T10:05:00.000Z');

      const session = aSession({ kit: { kit_id: id(300), version: 2 } });
      const record = { ...unread(1), session };

      const read = await assessMissing({ ...fakes(), refused }, record, until);

      expect(read.responses[0]?.assessment).toMatchObject({
        status: 'needs_human',
        criteria: [{ level: null }],
        kit_version: 2,
      });
    },
  );

  it('leaves no answer to a person after a temporary failure', async () => {
    interviewer.state.fail = 'throttled';
    const refused = vi.fn();

    const reading = assessMissing({ ...fakes(), refused }, unread(1), until);

    await expect(reading).rejects.toMatchObject({ failure: 'throttled' });
    expect(refused).not.toHaveBeenCalled();
  });
});

describe('evaluating', () => {
  it('computes score and recommendation in code and stores them with the assessments', async () => {
    const deps = fakes();

    const made = await evaluate(deps, sealed([5, 3, 1]), { version: 1, until });

    expect(made).toMatchObject({
      version: 1,
      status: 'scored',
      score: 50,
      recommendation: 'Maybe',
      needs_human: false,
      evaluated_at: '2026-11-23T10:05:00.000Z',
      assessments: [1, 2, 3].map((n) => ({ question_id: aQuestion(n).id })),
    });
    expect(deps.keepEvaluation).toHaveBeenCalledWith(sealed([5, 3, 1]), made);
  });

  it('writes the closing text from levels and quotes, without answer, name or résumé', async () => {
    await evaluate(fakes(), sealed([5, 3, 1]), { version: 1, until });

    const [asked] = interviewer.asked.filter(({ call }) => call === 'writeClosing');
    expect(asked?.input).toMatchObject({
      language: 'en-US',
      questions: [
        {
          question_text: 'Question 1?',
          competency: 'data modelling',
          answered: true,
          criteria: [{ name: 'Criterion 1', level: 5, quotes: ['a quote'] }],
        },
        {},
        {},
      ],
    });
    expect(JSON.stringify(asked)).not.toMatch(/Answer 1|Ada|ada@example|RESUME|score/);
  });

  it('marks an unanswered question as such for the closing text', async () => {
    await evaluate(fakes(), sealed([5]), { version: 1, until });

    expect(interviewer.asked[0]?.input).toMatchObject({
      questions: [{ answered: true }, { answered: false, criteria: [{ level: null }] }, {}],
    });
  });

  it('with a level that has no support gives no score and asks for a human', async () => {
    const made = await evaluate(fakes(), sealed([5, null, 5]), { version: 1, until });

    expect(made).toMatchObject({
      status: 'needs_human',
      score: null,
      recommendation: null,
      needs_human: true,
    });
  });

  it('with a flagged answer asks for a human and keeps the score', async () => {
    const flagged = {
      ...anAssessment(3),
      flags: [{ kind: 'instructions_in_answer' as const, detail: 'Ignore …' }],
    };
    const record = sealed([3, 3, 3]);
    const [first, ...rest] = record.responses;
    const responses = first ? [{ ...first, assessment: flagged }, ...rest] : rest;

    const made = await evaluate(fakes(), { ...record, responses }, { version: 1, until });

    expect(made).toMatchObject({ score: 50, needs_human: true });
  });

  it('without a language model asks for a human, whatever the score', async () => {
    const offline = { ...anAssessment(5), provenance: aProvenance({ evaluator: 'offline' }) };
    const record = sealed([5, 5, 5]);
    const [first, ...rest] = record.responses;
    const responses = first ? [{ ...first, assessment: offline }, ...rest] : rest;

    const made = await evaluate(fakes(), { ...record, responses }, { version: 1, until });

    expect(made).toMatchObject({ score: 100, needs_human: true });
  });

  it('whose closing text was written without a language model asks for a human', async () => {
    const deps = fakes();
    const writeClosing = async () => ({
      evaluation: 'A demonstration.',
      strengths: 'None.',
      areas_for_improvement: 'None.',
      provenance: aProvenance({ evaluator: 'offline' }),
    });
    const interviewer = { ...deps.interviewer, writeClosing };

    const made = await evaluate({ ...deps, interviewer }, sealed([5, 5, 5]), { version: 1, until });

    expect(made.needs_human).toBe(true);
  });

  it('is refused while an answer has no assessment', async () => {
    const deps = fakes();
    const record = aRecord({ interview: { status: 'completed' }, responses: [aResponse(1)] });

    await expect(evaluate(deps, record, { version: 1, until })).rejects.toThrow('not been read');

    expect(deps.keepEvaluation).not.toHaveBeenCalled();
    expect(interviewer.asked).toEqual([]);
  });

  it('stores nothing if the closing text fails', async () => {
    const deps = fakes();
    interviewer.state.fail = 'invalid_output';

    const made = evaluate(deps, sealed([3, 3, 3]), { version: 1, until });

    await expect(made).rejects.toMatchObject({ failure: 'invalid_output' });
    expect(deps.keepEvaluation).not.toHaveBeenCalled();
  });

  it('returns the stored evaluation if another came first', async () => {
    const deps = fakes();
    const first = anEvaluation({ score: 81 });
    deps.keepEvaluation.mockResolvedValue(first);

    expect(await evaluate(deps, sealed([3, 3, 3]), { version: 1, until })).toBe(first);
  });
});

describe('evaluating again', () => {
  const again = (deps: Evaluating) => evaluateAgain(deps, sealed([1, 5, 5]), { version: 2, until });

  it('reads every answer again and stores no reading but with the evaluation', async () => {
    const deps = fakes();

    const made = await again(deps);

    expect(made.assessments.map(({ assessment }) => assessment?.criteria[0]?.level)).toEqual([
      3, 3, 3,
    ]);
    expect(deps.keepAssessment).not.toHaveBeenCalled();
    expect(deps.keepEvaluation).toHaveBeenCalledOnce();
    expect(interviewer.wasted).toEqual([]);
  });

  it('books the readings that were made if another one fails', async () => {
    const { assessAnswer } = interviewer.interviewer;
    interviewer.interviewer.assessAnswer = async (input, deadline) => {
      if (input.question === 'Question 2?') throw new InterviewerError('throttled');
      return assessAnswer(input, deadline);
    };

    await expect(again(fakes())).rejects.toMatchObject({ failure: 'throttled' });

    expect(interviewer.wasted).toEqual(Array(2).fill(anAssessment(3).provenance));
  });

  it.each([
    [
      'the closing text fails',
      3,
      (_deps: ReturnType<typeof fakes>) => {
        interviewer.state.failing = ['writeClosing'];
        interviewer.state.fail = 'timeout';
      },
    ],
    [
      'it cannot be stored',
      4,
      ({ keepEvaluation }: ReturnType<typeof fakes>) =>
        void keepEvaluation.mockRejectedValue(conflict()),
    ],
  ])('books all that was paid for if %s', async (_name, replies, fail) => {
    const deps = fakes();
    fail(deps);

    await expect(again(deps)).rejects.toThrow();

    expect(interviewer.wasted).toHaveLength(replies);
  });
});
