import { describe, expect, it } from 'vitest';
import type { InterviewRecord } from '../../../shared/table/interviews.ts';
import {
  aLink,
  anAssessment,
  aRecord,
  aResponse,
  openNow,
  overtakenBy,
} from '../../support/records.ts';
import { codeOf } from '../../support/refusals.ts';
import { question, submitFakes } from './submit-fakes.ts';

describe('an answer sent again', () => {
  const answered = aRecord({ responses: [aResponse(1, { assessment: anAssessment(3) })] });
  const at = (offset: number) => new Date(openNow + offset).toISOString();

  it('with the question’s id returns the stored response', async () => {
    const { deps, submit } = submitFakes(answered);

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

  it('with another text is a conflict and changes nothing', async () => {
    const { deps, submit } = submitFakes(answered);

    expect(await codeOf(submit('Another', question(1)))).toBe('already_answered');
    expect(deps.putResponse).not.toHaveBeenCalled();
  });

  it('in another normal form counts as another text', async () => {
    const { submit } = submitFakes(
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
    const { deps, submit } = submitFakes(record);

    const reply = await submit('Answer 1');

    expect(reply.current_question_id).toBe(question(retry ? 1 : 2));
    expect(deps.putResponse).toHaveBeenCalledTimes(retry ? 0 : 1);
  });

  it('without an id is compared with the newest answer only', async () => {
    const { submit } = submitFakes(
      aRecord({
        responses: [
          aResponse(1, { answered_at: at(-20_000) }),
          aResponse(2, { answered_at: at(-10_000) }),
        ],
      }),
    );

    expect((await submit('Answer 1')).current_question_id).toBe(question(3));
  });

  it('returns the stored response even after completion', async () => {
    const { submit } = submitFakes(aRecord({ ...answered, interview: { status: 'completed' } }));

    expect((await submit('Answer 1', question(1))).response_id).toBe(aResponse(1).response_id);
  });
});

describe('an answer that loses a race', () => {
  const lost = (after: InterviewRecord | null) => {
    const made = submitFakes(aRecord());
    made.deps.putResponse.mockRejectedValueOnce(overtakenBy(after));
    return made;
  };

  it('against its own duplicate returns the stored response', async () => {
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
    ['something that is not told', aRecord(), 'conflict'],
  ])('against %s is refused', async (_name, after, code) => {
    const { deps, submit } = lost(after);

    expect(await codeOf(submit('Mine'))).toBe(code);
    expect(deps.putResponse).toHaveBeenCalledOnce();
  });
});
