import { AppError } from '../domain/errors.ts';
import { InterviewerError } from './interviewer.ts';

const reasons: Readonly<Record<InterviewerError['failure'], string>> = {
  throttled: 'the AI service is busy',
  unavailable: 'the AI service is not available',
  timeout: 'the AI service took too long',
  refused: 'the AI service refused to write questions for this job',
  guardrail: 'a guardrail stopped the questions for this job',
  truncated: 'the AI service did not finish its answer',
  invalid_output: 'the AI service gave no usable questions',
  budget_reached: 'today’s budget for the AI service is spent',
};

/** Seconds until the budget of the next day (UTC) begins. */
const untilTomorrow = (now: number) => Math.ceil((86_400_000 - (now % 86_400_000)) / 1000);

/**
 * What a recruiter is told when the interviewer fails; any other error stays as it is.
 * @param what what could not be done, for example "Failed to write the kit"
 */
export const explainFailure = (error: unknown, what: string, now: number): unknown => {
  if (!(error instanceof InterviewerError)) return error;
  const message = `${what}: ${reasons[error.failure]}`;
  if (error.failure === 'budget_reached') {
    const retry_after = untilTomorrow(now);
    return new AppError('budget_reached', message, { cause: error, retry_after });
  }
  // A refusal will recur; every other failure may pass.
  const recurs = error.failure === 'refused' || error.failure === 'guardrail';
  return new AppError('ai_unavailable', message, {
    cause: error,
    ...(!recurs && { retry_after: 10 }),
  });
};
