import { randomUUID } from 'node:crypto';
import type { Assessment } from '../../shared/domain/assessment.ts';
import { usesOf } from '../../shared/domain/cost.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import type { Question } from '../../shared/domain/rubric.ts';
import type { Response } from '../../shared/domain/session.ts';
import { bookIfLost } from '../../shared/interviewer/book-if-lost.ts';
import type { Interviewer } from '../../shared/interviewer/interviewer.ts';
import type { Admitted } from '../../shared/links/admission.ts';
import { followUpsOf } from '../../shared/session/progress.ts';
import { readAnswer } from '../../shared/session/read-answer.ts';
import { type Bound, ConditionFailed } from '../../shared/table/client.ts';
import { readingAnswer, type releaseLease } from '../../shared/table/leases.ts';
import { nextMoment } from '../../shared/table/moment.ts';
import type { keepAssessment } from '../../shared/table/responses.ts';

/** The dependencies of assessing an answer. */
export interface Assessing {
  interviewer: Pick<Interviewer, 'assessAnswer' | 'writeFollowUp' | 'wasted'>;
  keepAssessment: Bound<typeof keepAssessment>;
  releaseLease: Bound<typeof releaseLease>;
  /** Has the missing assessment completed later. Never throws. */
  evaluateLater(interview_id: string): Promise<void>;
  /** Called with the reason when an answer cannot be assessed now. */
  report(interview_id: string, error: unknown): void;
  now(): number;
}

/** Has a stored answer assessed and stores the assessment; null if that could not be done now. */
export const assessStoredAnswer = async (
  deps: Assessing,
  record: Admitted,
  {
    question,
    response: { response_text, order, response_id },
    deadline,
  }: { question: Question; response: Response; deadline: Deadline },
): Promise<{ assessment: Assessment; follow_up: Question | undefined } | null> => {
  const { interview_id, follow_ups: allowed } = record.interview;
  try {
    const answered = { question, answer: response_text };
    const assessment = await readAnswer(deps.interviewer, record, answered, deadline);
    const follow_up = await followUp(deps, record, { question, assessment, deadline });
    const at = nextMoment(record, deps.now());
    const store = async (asked: Question | undefined) => {
      const wasted = asked ? undefined : follow_up?.provenance;
      const made = { order, assessment, at, follow_up: asked, allowed, wasted };
      const kept = await deps.keepAssessment(record.interview, made);
      return { assessment: kept, follow_up: kept === assessment ? asked : undefined };
    };
    const used = [...usesOf(assessment), ...(follow_up?.provenance ? [follow_up.provenance] : [])];
    return await bookIfLost(deps.interviewer, used, () =>
      store(follow_up).catch((error: unknown) => {
        // Another answer took the last follow-up, or the interview was sealed: store it without one.
        if (!follow_up || !(error instanceof ConditionFailed)) throw error;
        return store(undefined);
      }),
    );
  } catch (error) {
    deps.report(interview_id, error);
    await Promise.all([
      deps.evaluateLater(interview_id),
      deps.releaseLease(readingAnswer(interview_id, order), response_id),
    ]);
    return null;
  }
};

/**
 * The follow-up to an answer that leaves evidence out: at most one per question, and as many per
 * interview as it allows. If a follow-up cannot be written, the interview continues without it.
 */
const followUp = async (
  { interviewer, report }: Assessing,
  record: Admitted,
  {
    question,
    assessment,
    deadline,
  }: { question: Question; assessment: Assessment; deadline: Deadline },
): Promise<Question | undefined> => {
  const { interview } = record;
  if (question.follow_up_to !== undefined) return undefined;
  if (followUpsOf(record) >= interview.follow_ups) return undefined;
  // The sentence from the résumé leads to its own question only.
  const { lead_in: _, ...shared } = question;
  const { text: question_text, rubric } = question;
  const { language, interview_id } = interview;
  const written = await interviewer
    .writeFollowUp({ question: question_text, rubric, assessment, language }, deadline)
    .catch((error: unknown) => {
      report(interview_id, error);
      return null;
    });
  if (!written) return undefined;
  const { provenance, text } = written;
  const order = question.order + 0.5;
  const id = randomUUID();
  return { ...shared, id, text, order, provenance, audio_url: null, follow_up_to: question.id };
};
