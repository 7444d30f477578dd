import { interviewNotFound } from '../domain/errors.ts';
import type { Brief, Interview } from '../domain/interview.ts';
import type { InterviewRecord } from '../table/interviews.ts';

/** Requires an interview that exists. @throws AppError interview_not_found */
export const requireInterview = (record: InterviewRecord | null): InterviewRecord => {
  if (record) return record;
  throw interviewNotFound();
};

/** The same, read with its brief. @throws AppError interview_not_found */
export const requireWithBrief = (
  record: InterviewRecord | null,
): InterviewRecord & { brief: Brief } => {
  const { brief, ...read } = requireInterview(record);
  if (!brief) throw new Error('The interview is stored without its brief');
  return { ...read, brief };
};

/** An interview as recruiters see it. */
export const viewOf = ({ interview, brief }: { interview: Interview; brief: Brief }) => {
  const { revision: _, ...seen } = interview;
  return { ...seen, ...brief, id: interview.interview_id };
};
