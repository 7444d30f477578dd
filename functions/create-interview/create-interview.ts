import { randomUUID } from 'node:crypto';
import type { NewInterview } from '../../shared/contract/endpoints/create-interview.ts';
import type { Interview } from '../../shared/domain/interview.ts';
import { isoUtc } from '../../shared/domain/text.ts';
import { defaultDuration } from '../../shared/domain/window.ts';
import type { Actor } from '../../shared/table/audit.ts';
import type { Bound } from '../../shared/table/client.ts';
import type { createInterview as store } from '../../shared/table/interviews.ts';

interface Deps {
  store: Bound<typeof store>;
  now(): number;
  note(facts: { interview_id: string }): void;
}

/** Schedules an interview; without an end time it lasts one hour. */
export const createInterview = async (deps: Deps, by: Actor, sent: NewInterview) => {
  const { job_description, resume_text = null, ...rest } = sent;
  const starts_at = rest.starts_at ?? null;
  const interview: Interview = {
    ...rest,
    interview_id: randomUUID(),
    ai_interview_type: rest.ai_interview_type ?? null,
    starts_at,
    ends_at: rest.ends_at ?? (starts_at && isoUtc(Date.parse(starts_at) + defaultDuration)),
    status: 'scheduled',
    created_at: new Date(deps.now()).toISOString(),
  };
  const brief = { job_description, resume_text };
  await deps.store({ interview, brief, by });
  deps.note({ interview_id: interview.interview_id });
  return { ...interview, ...brief, id: interview.interview_id };
};
