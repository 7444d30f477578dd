import { beforeEach, describe, expect, it, vi } from 'vitest';
import { submitResponse } from '../../../functions/submit-response/submit-response.ts';
import { Submitted } from '../../../shared/contract/endpoints/submit-response.ts';
import type { InterviewerFailure } from '../../../shared/interviewer/interviewer.ts';
import { ConditionFailed } from '../../../shared/table/client.ts';
import type { InterviewRecord } from '../../../shared/table/interviews.ts';
import { fakeInterviewer } from '../../support/fake-interviewer.ts';
import { linkOf } from '../../support/links.ts';
import {
  aLink,
  anAssessment,
  aQuestion,
  aRecord,
  aResponse,
  id,
  openNow,
} from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusals.ts';

let interviewer: ReturnType<typeof fakeInterviewer>;
beforeEach(() => {
  interviewer = fakeInterviewer();
});

const question = (n: number) => aQuestion(n).id;

/** Reads give these records one after the other, the last of them again and again. */
const fakes = (...reads: (InterviewRecord | null)[]) => {
  const [first] = reads;
  if (!first) throw new Error('The link is made from the first record');
  const link = linkOf(first);
  const steps: string[] = [];
  const deps = {
    readInterview: vi.fn(async () => (reads.length > 1 ? reads.shift() : reads[0]) ?? null),
    putResponse: vi.fn(async (..._: unknown[]): Promise<void> => void steps.push('stored')),
    putAssessment: vi.fn(async (..._: unknown[]): Promise<void> => void steps.push('assessed')),
    interviewer: {
      ...interviewer.interviewer,
      assessAnswer: vi.fn((...asked: Parameters<typeof interviewer.interviewer.assessAnswer>) => {
        steps.push('asked');
        return interviewer.interviewer.assessAnswer(...asked);
      }),
    },
    evaluateLater: vi.fn(async () => void steps.push('queued')),
    report: vi.fn(),
    now: () => openNow,
  };
  const submit = (response_text: string, question_id?: string) =>
    submitResponse(deps, link, { session_id: id(50), response_text, question_id });
  return { deps, steps, submit };
};

describe('an answer', () => {
  it('goes to the first question without one', async () => {
    const { deps, submit } = fakes(aRecord({ responses: [aResponse(1)] }));

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
    const { submit } = fakes(aRecord());

    const reply = await submit('My answer', question(3));

    expect(reply).toMatchObject({
      current_question_id: question(3),
      next_question_id: question(1),
      answered_questions: 1,
    });
  });

  it('to the last question says what to do next', async () => {
    const { submit } = fakes(aRecord({ responses: [aResponse(1), aResponse(2)] }));

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
    const { deps, submit } = fakes(aRecord());

    await submit(text);

    expect(deps.putResponse.mock.calls[0]?.[1]).toMatchObject({
      response: { response_text: text },
    });
  });

  it('is durable before the AI is asked', async () => {
    const { steps, submit } = fakes(aRecord());

    await submit('My answer');

    expect(steps).toEqual(['stored', 'asked', 'assessed']);
  });

  it('is read with its question and rubric and nothing else', async () => {
    const { deps, submit } = fakes(aRecord({ responses: [aResponse(1)] }));

    await submit('My answer');

    expect(deps.interviewer.assessAnswer.mock.calls[0]?.[0]).toEqual({
      question: 'Question 2?',
      rubric: aQuestion(2).rubric,
      answer: 'My answer',
      language: 'en-US',
    });
  });

  it('gets feedback without number, level or rubric', async () => {
    const { submit } = fakes(aRecord());

    const reply = Submitted.parse(await submit('My answer'));

    expect(reply.feedback).toBe('You named a case. Say what came of it.');
    expect(reply.feedback_detail).toEqual({
      strength: 'You named a case.',
      tip: 'Say what came of it.',
    });
    expect(JSON.stringify(reply)).not.toMatch(/RUBRIC|level|score|criteri/i);
  });
});

describe('an answer whose reading fails', () => {
  it.each<InterviewerFailure>([
    'throttled',
    'unavailable',
    'timeout',
    'refused',
    'guardrail',
    'truncated',
    'invalid_output',
    'budget_reached',
  ])('by %s is kept, thanked for neutrally, and read later', async (failure) => {
    const { deps, steps, submit } = fakes(aRecord());
    interviewer.state.fail = failure;

    const reply = await submit('My answer');

    expect(reply).toMatchObject({
      feedback: 'Thank you, your answer is saved and will be read with care.',
      feedback_detail: null,
      answered_questions: 1,
    });
    expect(steps).toEqual(['stored', 'asked', 'queued']);
    expect(deps.report).toHaveBeenCalledOnce();
    expect(deps.putAssessment).not.toHaveBeenCalled();
  });

  it('when the reading cannot be stored is kept too', async () => {
    const { deps, submit } = fakes(aRecord());
    deps.putAssessment.mockRejectedValue(new Error('down'));

    const reply = await submit('My answer');

    expect(reply.answered_questions).toBe(1);
    expect(deps.evaluateLater).toHaveBeenCalledOnce();
  });

  it('because somebody else has read it needs no later reading', async () => {
    const { deps, submit } = fakes(aRecord());
    deps.putAssessment.mockRejectedValue(new ConditionFailed());

    await submit('My answer');

    expect(deps.evaluateLater).not.toHaveBeenCalled();
    expect(deps.report).not.toHaveBeenCalled();
  });

  it('is thanked for in the language of the interview', async () => {
    const { submit } = fakes(aRecord({ interview: { language: 'de-AT' } }));
    interviewer.state.fail = 'timeout';

    expect((await submit('Antwort')).feedback).toMatch(/^Danke/);
  });

  it('is not stored where the table fails, and says so', async () => {
    const { deps, submit } = fakes(aRecord());
    deps.putResponse.mockRejectedValue(new Error('down'));

    await expect(submit('My answer')).rejects.toThrow('down');

    expect(deps.interviewer.assessAnswer).not.toHaveBeenCalled();
  });
});

describe('an answer sent again', () => {
  const answered = aRecord({ responses: [aResponse(1, { assessment: anAssessment(3) })] });
  const at = (offset: number) => new Date(openNow + offset).toISOString();

  it('with the question’s id returns what is stored', async () => {
    const { deps, submit } = fakes(answered);

    const reply = await submit('Answer 1', question(1));

    expect(reply).toMatchObject({
      response_id: aResponse(1).response_id,
      current_question_id: question(1),
      next_question_id: question(2),
      feedback: 'You named a case. Say what came of it.',
      answered_questions: 1,
    });
    expect(deps.putResponse).not.toHaveBeenCalled();
    expect(deps.interviewer.assessAnswer).not.toHaveBeenCalled();
  });

  it('as another text is a conflict and changes nothing', async () => {
    const { deps, submit } = fakes(answered);

    expect(await codeOf(submit('Another', question(1)))).toBe('already_answered');
    expect(deps.putResponse).not.toHaveBeenCalled();
  });

  it('in another normal form is another text', async () => {
    const { submit } = fakes(
      aRecord({ responses: [aResponse(1, { response_text: 'caf\u00e9' })] }),
    );

    expect(await codeOf(submit('cafe\u0301', question(1)))).toBe('already_answered');
  });

  it.each([
    [0, true],
    [59_999, true],
    [60_000, true],
    [60_001, false],
    // The clocks of two functions may differ a little.
    [-5_000, true],
  ])('without an id, %d ms after it was stored, is a retry: %s', async (age, retry) => {
    const record = aRecord({ responses: [aResponse(1, { answered_at: at(-age) })] });
    const { deps, submit } = fakes(record);

    const reply = await submit('Answer 1');

    expect(reply.current_question_id).toBe(question(retry ? 1 : 2));
    expect(deps.putResponse).toHaveBeenCalledTimes(retry ? 0 : 1);
  });

  it('without an id is compared with the newest answer only', async () => {
    const { submit } = fakes(
      aRecord({
        responses: [
          aResponse(1, { answered_at: at(-20_000) }),
          aResponse(2, { answered_at: at(-10_000) }),
        ],
      }),
    );

    expect((await submit('Answer 1')).current_question_id).toBe(question(3));
  });

  it('returns what is stored after completion, too', async () => {
    const { submit } = fakes(aRecord({ ...answered, interview: { status: 'completed' } }));

    expect((await submit('Answer 1', question(1))).response_id).toBe(aResponse(1).response_id);
  });
});

describe('an answer is refused', () => {
  it.each([
    ['before the start', 'scheduled', 'not_started'],
    ['after completion', 'completed', 'interview_completed'],
    ['after cancellation', 'cancelled', 'interview_cancelled'],
  ] as const)('%s', async (_name, status, code) => {
    const { deps, submit } = fakes(aRecord({ interview: { status } }));

    expect(await codeOf(submit('My answer'))).toBe(code);
    expect(deps.putResponse).not.toHaveBeenCalled();
  });

  it('when every question has one', async () => {
    const { submit } = fakes(aRecord({ responses: [1, 2, 3].map((n) => aResponse(n)) }));

    expect(await codeOf(submit('One more'))).toBe('already_answered');
  });

  it('to a question of another interview, by the name of the field', async () => {
    const { submit } = fakes(aRecord());

    expect(await refusalOf(submit('My answer', id(999)))).toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'question_id' }] },
    });
  });

  it('to a session of another interview', async () => {
    const record = aRecord();
    const { deps } = fakes(record);
    const sent = { session_id: id(51), response_text: 'My answer' };

    expect(await codeOf(submitResponse(deps, linkOf(record), sent))).toBe('link_invalid');
  });
});

describe('an answer that loses a race', () => {
  const lost = (after: InterviewRecord | null) => {
    const made = fakes(aRecord(), after);
    made.deps.putResponse.mockRejectedValueOnce(new ConditionFailed());
    return made;
  };

  it('against its own double returns the one response', async () => {
    const { deps, submit } = lost(
      aRecord({ responses: [aResponse(1, { response_text: 'Mine' })] }),
    );

    const reply = await submit('Mine');

    expect(reply).toMatchObject({ response_id: aResponse(1).response_id, answered_questions: 1 });
    expect(deps.interviewer.assessAnswer).not.toHaveBeenCalled();
  });

  it.each([
    ['another text', aRecord({ responses: [aResponse(1)] }), 'already_answered'],
    ['the completion', aRecord({ interview: { status: 'completed' } }), 'interview_completed'],
    ['a new link', aRecord({ link: aLink({ link_id: 'f'.repeat(32) }) }), 'link_replaced'],
    ['the deletion', null, 'link_invalid'],
    ['something unknown', aRecord(), 'conflict'],
  ])('against %s is refused', async (_name, after, code) => {
    const { deps, submit } = lost(after);

    expect(await codeOf(submit('Mine'))).toBe(code);
    expect(deps.putResponse).toHaveBeenCalledOnce();
  });
});

describe('a follow-up', () => {
  const allowing = (follow_ups: number, over = {}) =>
    aRecord({ interview: { follow_ups }, ...over });
  const written = { text: 'How did you measure it?', provenance: anAssessment().provenance };
  const asking = (record: InterviewRecord) => {
    const made = fakes(record);
    const writeFollowUp = vi.fn(async () => written);
    Object.assign(made.deps.interviewer, { writeFollowUp });
    return { ...made, writeFollowUp };
  };

  it('comes next, right after its question, sharing rubric and weight', async () => {
    const { deps, submit } = asking(allowing(1));

    const reply = await submit('Thin answer');

    expect(reply).toMatchObject({ next_question: 'How did you measure it?', total_questions: 4 });
    expect(deps.putAssessment.mock.calls[0]?.[1]).toMatchObject({
      follow_up: { order: 1.5, follow_up_to: question(1), weight: aQuestion(1).weight },
    });
  });

  it.each([
    ['the interview has none', allowing(0)],
    [
      'it has had as many as it may',
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
  ])('is not written where %s', async (_name, record) => {
    const { submit, writeFollowUp } = asking(record);

    await submit('Thin answer');

    expect(writeFollowUp).not.toHaveBeenCalled();
  });

  it('that cannot be written stops nothing', async () => {
    const { deps, submit, writeFollowUp } = asking(allowing(1));
    writeFollowUp.mockRejectedValue(new Error('down'));

    const reply = await submit('Thin answer');

    expect(reply).toMatchObject({ next_question: 'Question 2?', total_questions: 3 });
    expect(reply.feedback).toContain('You named a case.');
    expect(deps.putAssessment).toHaveBeenCalledOnce();
  });
});
