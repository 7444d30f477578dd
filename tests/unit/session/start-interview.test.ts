import { describe, expect, it, vi } from 'vitest';
import { startInterview } from '../../../functions/start-interview/start-interview.ts';
import { endpoints } from '../../../shared/contract/endpoints.ts';
import { currentNotice } from '../../../shared/domain/notice/versions.ts';
import type { InterviewRecord } from '../../../shared/table/interviews.ts';
import { linkOf } from '../../support/links.ts';
import {
  aLink,
  anAssessment,
  anEvaluation,
  aQuestion,
  aRecord,
  aResponse,
  aSession,
  id,
  openNow,
  overtakenBy,
} from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusals.ts';

const scheduled = () =>
  aRecord({ interview: { status: 'scheduled' }, session: aSession({ started_at: null }) });

const fakes = (...reads: (InterviewRecord | null)[]) => {
  const [first] = reads;
  if (!first) throw new Error('The link is made from the first record');
  const link = linkOf(first);
  const deps = {
    readInterview: vi.fn(async () => (reads.length > 1 ? reads.shift() : reads[0]) ?? null),
    startSession: vi.fn(async (..._: unknown[]): Promise<void> => undefined),
    now: () => openNow,
    notice_required: false,
  };
  const start = (over: { interview_id?: string; notice_version?: string } = {}) =>
    startInterview(deps, link, { interview_id: id(1), ...over });
  return { deps, start };
};

describe('the first start', () => {
  it('records the start and returns all questions', async () => {
    const { deps, start } = fakes(scheduled());

    const view = await start();

    expect(deps.startSession).toHaveBeenCalledWith(
      expect.objectContaining({ interview_id: id(1) }),
      {
        link_id: aLink().link_id,
        started_at: '2026-11-23T10:05:00.000Z',
        notice: null,
      },
    );
    expect(view).toMatchObject({
      session_id: id(50),
      status: 'started',
      current_question: 'Question 1?',
      current_question_id: aQuestion(1).id,
      total_questions: 3,
      answered_questions: 0,
      message: 'Interview started successfully',
    });
    expect(view.questions.map(({ order }) => order)).toEqual([1, 2, 3]);
  });

  it('stores the accepted notice with the time', async () => {
    const { deps, start } = fakes(scheduled());

    await start({ notice_version: currentNotice });

    expect(deps.startSession.mock.calls[0]?.[1]).toMatchObject({
      notice: { version: currentNotice, accepted_at: '2026-11-23T10:05:00.000Z' },
    });
  });

  it('without an accepted notice is refused if one is required', async () => {
    const { deps, start } = fakes(scheduled());
    deps.notice_required = true;

    expect(await refusalOf(start())).toMatchObject({
      code: 'notice_required',
      details: { notice_version: currentNotice },
    });
    expect(deps.startSession).not.toHaveBeenCalled();
  });

  it('that loses a race against another start returns the same session', async () => {
    const { deps, start } = fakes(scheduled());
    deps.startSession.mockRejectedValueOnce(overtakenBy(aRecord()));

    expect(await start()).toMatchObject({ session_id: id(50), status: 'started' });
  });

  it.each([
    ['a new link', aRecord({ link: aLink({ link_id: 'f'.repeat(32) }) }), 'link_replaced'],
    ['the deletion', null, 'link_invalid'],
    ['the cancellation', aRecord({ interview: { status: 'cancelled' } }), 'interview_cancelled'],
  ])('that loses a race against %s is refused', async (_name, after, code) => {
    const { deps, start } = fakes(scheduled());
    deps.startSession.mockRejectedValueOnce(overtakenBy(after));

    expect(await codeOf(start())).toBe(code);
  });

  it('fails if the table fails', async () => {
    const { deps, start } = fakes(scheduled());
    deps.startSession.mockRejectedValue(new Error('down'));

    await expect(start()).rejects.toThrow('down');
  });
});

describe('a start', () => {
  it('when repeated continues at the first unanswered question', async () => {
    const { deps, start } = fakes(aRecord({ responses: [aResponse(1), aResponse(3)] }));

    const view = await start();

    expect(view).toMatchObject({ current_question: 'Question 2?', answered_questions: 2 });
    expect(view.questions.map(({ answered }) => answered)).toEqual([true, false, true]);
    expect(deps.startSession).not.toHaveBeenCalled();
  });

  it('when repeated needs no notice', async () => {
    const { deps, start } = fakes(aRecord());
    deps.notice_required = true;

    expect(await codeOf(start())).toBeNull();
  });

  it('returns the candidate’s own answers with their feedback', async () => {
    const { start } = fakes(
      aRecord({ responses: [aResponse(1, { assessment: anAssessment(3) }), aResponse(2)] }),
    );

    const view = await start();

    expect(view.responses).toMatchObject([
      { response_text: 'Answer 1', feedback: 'You named a case. Say what came of it.' },
      { response_text: 'Answer 2', feedback: expect.stringMatching(/^Thank you/) },
    ]);
  });

  it.each([
    ['the neutral sentence', anAssessment(3), 'Thank you, your answer is saved and will be read.'],
    ['words without a level above the lowest', anAssessment(1), 'You named a case.'],
    ['words without a quote', anAssessment(null), 'You named a case.'],
  ])('shows no strength where an older reading has %s for one', async (_, assessment, strength) => {
    const read = (tip: string) => ({ assessment: { ...assessment, feedback: { strength, tip } } });
    const { start } = fakes(
      aRecord({ responses: [aResponse(1, read('Say why.')), aResponse(2, read(''))] }),
    );

    const view = await start();

    expect(view.responses).toMatchObject([
      {
        feedback: 'Thank you, your answer is saved. Say why.',
        feedback_detail: { strength: '', tip: 'Say why.' },
      },
      { feedback: 'Thank you, your answer is saved.', feedback_detail: null },
    ]);
  });

  it('returns the draft of the current question only', async () => {
    const draft = (order: number) => ({
      question_id: aQuestion(order).id,
      order,
      text: `Draft ${order}`,
      version: 4,
      saved_at: '2026-11-23T10:04:00.000Z',
    });
    const { start } = fakes(aRecord({ responses: [aResponse(1)], drafts: [draft(1), draft(2)] }));

    expect((await start()).draft).toMatchObject({ text: 'Draft 2', version: 4 });
  });

  it('returns no current question when all are answered', async () => {
    const { start } = fakes(aRecord({ responses: [1, 2, 3].map((n) => aResponse(n)) }));

    expect(await start()).toMatchObject({ current_question: null, current_question_id: null });
  });

  it('after completion returns the stored evaluation', async () => {
    const { start } = fakes(
      aRecord({ interview: { status: 'completed' }, evaluations: [anEvaluation({ score: 72 })] }),
    );

    expect(await start()).toMatchObject({
      status: 'completed',
      score: 72,
      evaluation: 'The answers named cases.',
    });
  });

  it('after completion but before the evaluation returns "evaluating" without a score', async () => {
    const { start } = fakes(aRecord({ interview: { status: 'completed' } }));

    expect(await start()).toMatchObject({
      status: 'evaluating',
      score: null,
      recommendation: null,
      evaluation: null,
    });
  });

  it('never exposes the rubric, competencies, weights, reasons or warning signs', async () => {
    const assessment = anAssessment(2);
    const { start } = fakes(
      aRecord({
        interview: { status: 'completed' },
        responses: [aResponse(1, { assessment })],
        evaluations: [
          anEvaluation({ assessments: [{ question_id: aQuestion(1).id, assessment }] }),
        ],
      }),
    );

    const sent = JSON.stringify(endpoints.startInterview.response.parse(await start()));

    expect(sent).toContain('a quote');
    expect(sent).not.toMatch(/RUBRIC|anchors|criteri|competenc|weight|level|prompt|model_id/);
    expect(sent).not.toMatch(/reason|warning/i);
  });

  it('never exposes the résumé, the address or the job description', async () => {
    const { start } = fakes(aRecord());

    const sent = JSON.stringify(endpoints.startInterview.response.parse(await start()));

    expect(sent).not.toMatch(/RESUME|ada@example|DynamoDB/);
  });

  it('of a cancelled interview is refused', async () => {
    const { start } = fakes(aRecord({ interview: { status: 'cancelled' } }));

    expect(await codeOf(start())).toBe('interview_cancelled');
  });

  it('with the id of another interview is refused', async () => {
    const { start } = fakes(scheduled());

    expect(await codeOf(start({ interview_id: id(2) }))).toBe('link_invalid');
  });
});
