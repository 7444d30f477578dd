import { describe, expect, it, vi } from 'vitest';
import { submitResponse } from '../../../functions/submit-response/submit-response.ts';
import { Submitted } from '../../../shared/contract/endpoints/submit-response.ts';
import type { InterviewerFailure } from '../../../shared/interviewer/interviewer.ts';
import { ConditionFailed } from '../../../shared/table/client.ts';
import type { InterviewRecord } from '../../../shared/table/interviews.ts';
import { linkOf } from '../../support/links.ts';
import {
  aLink,
  anAssessment,
  aQuestion,
  aRecord,
  aResponse,
  id,
  inTime,
} from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusals.ts';
import { question, submitFakes } from './submit-fakes.ts';

describe('an answer', () => {
  it('goes to the first unanswered question', async () => {
    const { deps, submit } = submitFakes(aRecord({ responses: [aResponse(1)] }));

    const reply = await submit('My answer');

    expect(deps.putResponse.mock.calls[0]?.[1]).toMatchObject({
      response: {
        question_id: question(2),
        order: 2,
        response_text: 'My answer',
        assessment: null,
      },
      link_id: aLink().link_id,
    });
    expect(reply).toMatchObject({
      current_question_id: question(2),
      next_question: 'Question 3?',
      next_question_id: question(3),
      answered_questions: 2,
      total_questions: 3,
    });
  });

  it('goes to the question that is named', async () => {
    const { submit } = submitFakes(aRecord());

    const reply = await submit('My answer', question(3));

    expect(reply).toMatchObject({
      current_question_id: question(3),
      next_question_id: question(1),
      answered_questions: 1,
    });
  });

  it('to the last question returns what to do next', async () => {
    const { submit } = submitFakes(aRecord({ responses: [aResponse(1), aResponse(2)] }));

    const reply = await submit('My answer');

    expect(reply).toMatchObject({
      next_question: null,
      next_question_id: null,
      next_instruction: 'That was the last question. Please complete the interview.',
      answered_questions: 3,
    });
  });

  it('is stored as it was sent, byte for byte', async () => {
    const text = ' 🙂 e\u0301\r\n\u202e ';
    const { deps, submit } = submitFakes(aRecord());

    await submit(text);

    expect(deps.putResponse.mock.calls[0]?.[1]).toMatchObject({
      response: { response_text: text },
    });
  });

  it('is stored before the AI is asked', async () => {
    const { steps, submit } = submitFakes(aRecord());

    await submit('My answer');

    expect(steps).toEqual(['stored', 'asked', 'assessed']);
  });

  it('is assessed with its question and rubric and nothing else', async () => {
    const { deps, submit } = submitFakes(aRecord({ responses: [aResponse(1)] }));

    await submit('My answer');

    expect(deps.interviewer.assessAnswer.mock.calls[0]?.[0]).toEqual({
      question: 'Question 2?',
      rubric: aQuestion(2).rubric,
      answer: 'My answer',
      language: 'en-US',
    });
  });

  it('gets feedback without a number, level or rubric', async () => {
    const { submit } = submitFakes(aRecord());

    const reply = Submitted.parse(await submit('My answer'));

    expect(reply.feedback).toBe('You named a case. Say what came of it.');
    expect(reply.feedback_detail).toEqual({
      strength: 'You named a case.',
      tip: 'Say what came of it.',
      evaluator: 'bedrock',
    });
    expect(JSON.stringify(reply)).not.toMatch(/RUBRIC|level|score|criteri|reason|warning/i);
  });
});

describe('an answer whose processing fails', () => {
  it.each<InterviewerFailure>([
    'throttled',
    'unavailable',
    'timeout',
    'refused',
    'guardrail',
    'truncated',
    'invalid_output',
    'budget_reached',
  ])('with %s is kept, acknowledged neutrally and assessed later', async (failure) => {
    const { deps, steps, submit, ai } = submitFakes(aRecord());
    ai.fail = failure;

    const reply = await submit('My answer');

    expect(reply).toMatchObject({
      feedback: 'Thank you, your answer is saved.',
      feedback_detail: null,
      answered_questions: 1,
    });
    expect(steps).toEqual(['stored', 'asked', 'queued']);
    expect(deps.report).toHaveBeenCalledOnce();
    expect(deps.keepAssessment).not.toHaveBeenCalled();
  });

  it('because its assessment cannot be stored is kept as well', async () => {
    const { deps, submit, wasted } = submitFakes(aRecord());
    deps.keepAssessment.mockRejectedValue(new Error('down'));

    const reply = await submit('My answer');

    expect(reply.answered_questions).toBe(1);
    expect(deps.evaluateLater).toHaveBeenCalledOnce();
    expect(wasted).toEqual([anAssessment(3).provenance]);
  });

  it('because another assessment came first gets the feedback of that one', async () => {
    const { deps, submit } = submitFakes(aRecord());
    const feedback = { strength: 'Stored first.', tip: '' };
    deps.keepAssessment.mockResolvedValue({ ...anAssessment(3), feedback });

    expect((await submit('My answer')).feedback).toBe('Stored first.');

    expect(deps.evaluateLater).not.toHaveBeenCalled();
    expect(deps.report).not.toHaveBeenCalled();
  });

  it('is acknowledged in the language of the interview', async () => {
    const { submit, ai } = submitFakes(aRecord({ interview: { language: 'de-AT' } }));
    ai.fail = 'timeout';

    expect((await submit('Antwort')).feedback).toMatch(/^Danke/);
  });

  it('is not assessed if it cannot be stored itself', async () => {
    const { deps, submit } = submitFakes(aRecord());
    deps.putResponse.mockRejectedValue(new Error('down'));

    await expect(submit('My answer')).rejects.toThrow('down');

    expect(deps.interviewer.assessAnswer).not.toHaveBeenCalled();
  });
});

describe('an answer is refused', () => {
  it.each([
    ['before the start', 'scheduled', 'not_started'],
    ['after completion', 'completed', 'interview_completed'],
    ['after cancellation', 'cancelled', 'interview_cancelled'],
  ] as const)('%s', async (_name, status, code) => {
    const { deps, submit } = submitFakes(aRecord({ interview: { status } }));

    expect(await codeOf(submit('My answer'))).toBe(code);
    expect(deps.putResponse).not.toHaveBeenCalled();
  });

  it('if every question has one', async () => {
    const { submit } = submitFakes(aRecord({ responses: [1, 2, 3].map((n) => aResponse(n)) }));

    expect(await codeOf(submit('One more'))).toBe('already_answered');
  });

  it('if its question belongs to another interview, naming the field', async () => {
    const { submit } = submitFakes(aRecord());

    expect(await refusalOf(submit('My answer', id(999)))).toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'question_id' }] },
    });
  });

  it('if its session belongs to another interview', async () => {
    const record = aRecord();
    const { deps } = submitFakes(record);
    const sent = { session_id: id(51), response_text: 'My answer' };

    expect(await codeOf(submitResponse(deps, linkOf(record), sent, inTime))).toBe('link_invalid');
  });
});

describe('a follow-up', () => {
  const allowing = (follow_ups: number, over = {}) =>
    aRecord({ interview: { follow_ups }, ...over });
  const written = { text: 'How did you measure it?', provenance: anAssessment().provenance };
  const asking = (record: InterviewRecord) => {
    const made = submitFakes(record);
    const writeFollowUp = vi.fn(async () => written);
    Object.assign(made.deps.interviewer, { writeFollowUp });
    return { ...made, writeFollowUp };
  };

  it('comes next, right after its question, and shares its weight', async () => {
    const { deps, submit } = asking(allowing(1));

    const reply = await submit('Thin answer');

    expect(reply).toMatchObject({ next_question: 'How did you measure it?', total_questions: 4 });
    expect(deps.keepAssessment.mock.calls[0]?.[1]).toMatchObject({
      follow_up: { order: 1.5, follow_up_to: question(1), weight: aQuestion(1).weight },
    });
  });

  it('is left out if another assessment of the answer came first', async () => {
    const { deps, submit } = asking(allowing(1));
    deps.keepAssessment.mockResolvedValue(anAssessment(5));

    expect(await submit('Thin answer')).toMatchObject({ total_questions: 3 });
  });

  it('that comes too late is left out, and the assessment is kept', async () => {
    const { deps, submit, wasted } = asking(allowing(1));
    deps.keepAssessment.mockRejectedValueOnce(new ConditionFailed());

    const reply = await submit('Thin answer');

    expect(reply).toMatchObject({ next_question: 'Question 2?', total_questions: 3 });
    expect(deps.keepAssessment.mock.lastCall?.[1]).toMatchObject({ follow_up: undefined });
    expect(wasted).toEqual([]);
  });

  it.each([
    ['the interview allows none', allowing(0)],
    [
      'it has had as many as it allows',
      allowing(1, {
        questions: [1, 1.5, 2].map((order) =>
          aQuestion(order, order === 1.5 ? { follow_up_to: question(1) } : {}),
        ),
        responses: [aResponse(1), aResponse(1.5)],
      }),
    ],
    [
      'the answer is to a follow-up',
      allowing(2, {
        questions: [1, 1.5, 2].map((order) =>
          aQuestion(order, order === 1.5 ? { follow_up_to: question(1) } : {}),
        ),
        responses: [aResponse(1)],
      }),
    ],
  ])('is not written if %s', async (_name, record) => {
    const { submit, writeFollowUp } = asking(record);

    await submit('Thin answer');

    expect(writeFollowUp).not.toHaveBeenCalled();
  });

  it('that cannot be written does not affect the answer or its feedback', async () => {
    const { deps, submit, writeFollowUp } = asking(allowing(1));
    writeFollowUp.mockRejectedValue(new Error('down'));

    const reply = await submit('Thin answer');

    expect(reply).toMatchObject({ next_question: 'Question 2?', total_questions: 3 });
    expect(reply.feedback).toContain('You named a case.');
    expect(deps.keepAssessment).toHaveBeenCalledOnce();
  });
});
