import { beforeEach, describe, expect, it, vi } from 'vitest';
import { evaluateInterview } from '../../../functions/evaluate-interview/evaluate-interview.ts';
import { reEvaluateInterview } from '../../../functions/re-evaluate-interview/re-evaluate-interview.ts';
import type { Evaluating } from '../../../shared/session/evaluate.ts';
import type { InterviewRecord } from '../../../shared/table/interviews.ts';
import { evaluating } from '../../../shared/table/leases.ts';
import { fakeInterviewer } from '../../support/fake-interviewer.ts';
import { atOnce } from '../../support/kits.ts';
import {
  anAssessment,
  anEvaluation,
  aRecord,
  aResponse,
  id,
  inTime,
  openNow,
} from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusals.ts';

let interviewer: ReturnType<typeof fakeInterviewer>;
beforeEach(() => {
  released.mockClear();
  interviewer = fakeInterviewer();
});

type Taking = Parameters<typeof evaluateInterview>[0]['takeLease'];
const released = vi.fn(async () => undefined);

const fakes = (record: InterviewRecord | null) => ({
  readInterview: async () => record,
  readAssessment: async () => null,
  oneAtATime: atOnce,
  takeLease: vi.fn<Taking>(async () => released),
  keepAssessment: vi.fn<Evaluating['keepAssessment']>(async (_id, made) => made.assessment),
  keepEvaluation: vi.fn<Evaluating['keepEvaluation']>(async (_id, evaluation) => evaluation),
  send: vi.fn(async (..._: unknown[]): Promise<void> => undefined),
  interviewer: interviewer.interviewer,
  now: () => openNow,
});
const completed = (over: Partial<InterviewRecord> = {}) =>
  aRecord({ ...over, interview: { status: 'completed' } });
const request = { interview_id: id(1) };

describe('a late evaluation', () => {
  it('completes the assessments and the evaluation of a sealed interview', async () => {
    const deps = fakes(completed({ responses: [aResponse(1), aResponse(2)] }));

    const outcome = await evaluateInterview(deps, request, inTime);

    expect(outcome).toBe('evaluated');
    expect(deps.keepAssessment).toHaveBeenCalledTimes(2);
    expect(deps.keepEvaluation.mock.calls[0]?.[1]).toMatchObject({ version: 1 });
  });

  it('completes only the assessments while the interview is in progress', async () => {
    const deps = fakes(aRecord({ responses: [aResponse(1)] }));

    expect(await evaluateInterview(deps, request, inTime)).toBe('assessed');
    expect(deps.keepAssessment).toHaveBeenCalledOnce();
    expect(deps.keepEvaluation).not.toHaveBeenCalled();
  });

  it.each([
    ['a deleted interview', null],
    ['an interview that has its evaluation', completed({ evaluations: [anEvaluation()] })],
  ])('of %s has nothing to do', async (_name, record) => {
    const deps = fakes(record);

    expect(await evaluateInterview(deps, request, inTime)).toBe('nothing to do');
    expect(interviewer.asked).toEqual([]);
  });

  it('that another delivery is making waits for a minute and reads no answer', async () => {
    const deps = fakes(completed({ responses: [aResponse(1)] }));
    deps.takeLease.mockResolvedValue(null);

    expect(await evaluateInterview(deps, request, inTime)).toBe('waits for another delivery');

    expect(deps.send).toHaveBeenCalledExactlyOnceWith(request, 60);
    expect(interviewer.asked).toEqual([]);
  });

  it('holds the interview for as long as one delivery may take, and gives it back', async () => {
    const deps = fakes(completed({ responses: [aResponse(1)] }));

    await evaluateInterview(deps, request, inTime);

    expect(deps.takeLease).toHaveBeenCalledExactlyOnceWith(evaluating(id(1)), openNow, 120_000);
    expect(released).toHaveBeenCalledOnce();
  });

  it.each(['throttled', 'budget_reached'] as const)(
    'gives the interview back if the model fails: %s',
    async (failure) => {
      interviewer.state.fail = failure;
      const deps = fakes(completed({ responses: [aResponse(1)] }));

      await evaluateInterview(deps, request, inTime).catch(() => undefined);

      expect(released).toHaveBeenCalledOnce();
    },
  );

  it('that was made between the read and the lease is not made again', async () => {
    const deps = fakes(completed());
    deps.readInterview = vi
      .fn(async () => completed({ evaluations: [anEvaluation()] }))
      .mockResolvedValueOnce(completed());

    expect(await evaluateInterview(deps, request, inTime)).toBe('nothing to do');
    expect(interviewer.asked).toEqual([]);
  });

  it('fails if the model fails, so that the queue retries it', async () => {
    interviewer.state.fail = 'throttled';
    const deps = fakes(completed({ responses: [aResponse(1)] }));

    const outcome = evaluateInterview(deps, request, inTime);

    await expect(outcome).rejects.toMatchObject({ failure: 'throttled' });
    expect(deps.keepEvaluation).not.toHaveBeenCalled();
    expect(deps.send).not.toHaveBeenCalled();
  });

  it('re-queues itself while over budget instead of failing', async () => {
    interviewer.state.fail = 'budget_reached';
    const deps = fakes(completed({ responses: [aResponse(1)] }));

    expect(await evaluateInterview(deps, request, inTime)).toBe('waits for the budget');
    expect(deps.send).toHaveBeenCalledWith(request, 900);
  });

  it('of a later version assesses all answers again and keeps their first assessments', async () => {
    const deps = fakes(
      completed({
        responses: [aResponse(1, { assessment: anAssessment(5) })],
        evaluations: [anEvaluation()],
      }),
    );

    const outcome = await evaluateInterview(deps, { ...request, version: 2 }, inTime);

    expect(outcome).toBe('evaluated');
    expect(deps.keepAssessment).not.toHaveBeenCalled();
    expect(deps.keepEvaluation.mock.calls[0]?.[1]).toMatchObject({ version: 2 });
    expect(interviewer.times('assessAnswer')).toBe(1);
  });

  it('of a version that exists has nothing to do', async () => {
    const deps = fakes(completed({ evaluations: [anEvaluation(), anEvaluation({ version: 2 })] }));

    expect(await evaluateInterview(deps, { ...request, version: 2 }, inTime)).toBe('nothing to do');
  });
});

describe('asking for another evaluation', () => {
  const ask = (record: InterviewRecord | null, send = vi.fn(async () => undefined)) => {
    const deps = {
      readInterview: async () => record,
      noteEvaluationRequest: vi.fn(async (..._: unknown[]): Promise<void> => undefined),
      send,
      now: () => openNow,
    };
    return { deps, asked: reEvaluateInterview(deps, { recruiter: 'r-1' }, id(1)) };
  };

  it('queues the next version and records who asked', async () => {
    const { deps, asked } = ask(completed({ evaluations: [anEvaluation()] }));

    expect(await asked).toMatchObject({ version: 2, status: 'evaluating' });
    expect(deps.noteEvaluationRequest).toHaveBeenCalledWith(completed().interview, {
      version: 2,
      by: { recruiter: 'r-1' },
      // The clock is behind the evaluation.
      at: '2026-11-23T10:30:00.001Z',
    });
    expect(deps.send).toHaveBeenCalledWith({ interview_id: id(1), version: 2 }, 0);
  });

  it('queues the first version if that is still missing', async () => {
    const { deps, asked } = ask(completed());

    expect(await asked).toMatchObject({ version: 1 });
    expect(deps.send).toHaveBeenCalledWith({ interview_id: id(1) }, 0);
  });

  it.each([
    ['of an unknown interview', null, 'interview_not_found'],
    ['of an interview in progress', aRecord(), 'not_completed'],
  ])('%s is refused', async (_name, record, code) => {
    const { deps, asked } = ask(record);

    expect(await codeOf(asked)).toBe(code);
    expect(deps.send).not.toHaveBeenCalled();
  });

  it('fails as unavailable if the queue is down', async () => {
    const { asked } = ask(
      completed(),
      vi.fn(async () => {
        throw new Error('down');
      }),
    );

    expect(await refusalOf(asked)).toMatchObject({ code: 'unavailable', retry_after: 5 });
  });
});
