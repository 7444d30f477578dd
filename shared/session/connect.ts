import { connectInterviewer, interviewerEnv } from '../interviewer/connect.ts';
import { bind, connectTable } from '../table/client.ts';
import { keepEvaluation } from '../table/evaluations.ts';
import { readInterview } from '../table/interviews.ts';
import { oneAtATime, releaseLease } from '../table/leases.ts';
import { keepAssessment, readAssessment } from '../table/responses.ts';
import { sealSession } from '../table/sessions.ts';
import type { Completing } from './complete.ts';
import { evaluateLater, reportPostponed } from './late-evaluation.ts';

/** The environment variables of a function that completes interviews. */
export const completingEnv = ['TABLE_NAME', 'EVALUATION_QUEUE_URL', ...interviewerEnv] as const;

/** What `complete` works with, for an interview. */
export const completing = (env: Record<(typeof completingEnv)[number], string>) => {
  const table = connectTable(env.TABLE_NAME);
  const interviewerFor = connectInterviewer(env, table);
  const deps = {
    ...bind(table, {
      readInterview,
      sealSession,
      readAssessment,
      keepAssessment,
      keepEvaluation,
      releaseLease,
    }),
    oneAtATime: oneAtATime(table),
    evaluateLater: evaluateLater(env.EVALUATION_QUEUE_URL),
    report: reportPostponed,
    now: Date.now,
  };
  return (interview_id: string): Completing => ({
    ...deps,
    interviewer: interviewerFor(interview_id),
  });
};
