import { AppError, interviewNotFound } from '../domain/errors.ts';
import { asLinkable, type Brief, type LinkableInterview } from '../domain/interview.ts';
import type { StatusBefore } from '../domain/transitions.ts';
import type { InterviewRecord } from '../table/interviews.ts';

/** An interview that can have a link: scheduled, for AI, with its brief, and not over. */
export interface Linkable extends InterviewRecord {
  interview: LinkableInterview & { status: StatusBefore<'link_regenerated'> };
  brief: Brief;
}

/** Requires a linkable interview. @throws AppError interview_not_found, interview_not_ai, … */
export const requireLinkable = (record: InterviewRecord | null): Linkable => {
  if (!record) throw interviewNotFound();
  const { brief } = record;
  const { starts_at, ends_at, status } = record.interview;
  if (status === 'completed') {
    throw new AppError('interview_completed', 'The interview is completed and needs no link');
  }
  if (status === 'cancelled') {
    throw new AppError('interview_cancelled', 'The interview was cancelled and cannot have a link');
  }
  if (!starts_at || !ends_at) {
    throw new AppError(
      'interview_not_scheduled',
      'Interview must have a scheduled start time to generate AI interview link',
    );
  }
  const interview = asLinkable(record.interview);
  if (!interview) {
    throw new AppError(
      'interview_not_ai',
      'Interview must be configured for AI interview to generate AI interview link',
    );
  }
  if (!brief) throw new Error('The interview is stored without its brief');
  return { ...record, interview: { ...interview, status }, brief };
};
