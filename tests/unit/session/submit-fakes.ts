import { vi } from 'vitest';
import { submitResponse } from '../../../functions/submit-response/submit-response.ts';
import type { Evaluating } from '../../../shared/session/evaluate.ts';
import type { InterviewRecord } from '../../../shared/table/interviews.ts';
import { fakeInterviewer } from '../../support/fake-interviewer.ts';
import { linkOf } from '../../support/links.ts';
import { aQuestion, id, inTime, openNow } from '../../support/records.ts';

/** The id of a built question. */
export const question = (n: number) => aQuestion(n).id;

/** Fakes for submit-response. Reads return these records in turn, the last one repeatedly. */
export const submitFakes = (...reads: (InterviewRecord | null)[]) => {
  const [first] = reads;
  if (!first) throw new Error('The link is made from the first record');
  const link = linkOf(first);
  const fake = fakeInterviewer();
  const { interviewer } = fake;
  const steps: string[] = [];
  const deps = {
    readInterview: vi.fn(async () => (reads.length > 1 ? reads.shift() : reads[0]) ?? null),
    putResponse: vi.fn(async (..._: unknown[]): Promise<void> => void steps.push('stored')),
    keepAssessment: vi.fn<Evaluating['keepAssessment']>(async (_id, { assessment }) => {
      steps.push('assessed');
      return assessment;
    }),
    interviewer: {
      ...interviewer,
      assessAnswer: vi.fn((...asked: Parameters<typeof interviewer.assessAnswer>) => {
        steps.push('asked');
        return interviewer.assessAnswer(...asked);
      }),
    },
    releaseLease: vi.fn(async (..._: unknown[]): Promise<void> => undefined),
    evaluateLater: vi.fn(async () => void steps.push('queued')),
    report: vi.fn(),
    now: () => openNow,
  };
  const submit = (response_text: string, question_id?: string) =>
    submitResponse(deps, link, { session_id: id(50), response_text, question_id }, inTime);
  // Setting `ai.fail` makes the interviewer fail.
  return { deps, steps, submit, ai: fake.state, wasted: fake.wasted };
};
