import { createHash, randomUUID } from 'node:crypto';
import type { Deadline } from '../domain/deadline.ts';
import type { Kit, KitJob } from '../domain/kit.ts';
import { KitContent, type KitVersion } from '../domain/kit-content.ts';
import { parseInput } from '../domain/parse-input.ts';
import { bookIfLost } from '../interviewer/book-if-lost.ts';
import type { Interviewer } from '../interviewer/interviewer.ts';
import { type Actor, actorName } from '../table/audit.ts';
import type { Bound } from '../table/client.ts';
import type { Keyed } from '../table/idempotency.ts';
import type { putKit } from '../table/kit-writes.ts';
import type { GivenQuestion } from './slots.ts';
import { writeContent } from './write-content.ts';

/** The dependencies of writing a kit. */
export interface KitWriting {
  interviewer: Pick<Interviewer, 'deriveCompetencies' | 'writeQuestions' | 'wasted'>;
  putKit: Bound<typeof putKit>;
  now(): number;
}

/** The identity of a job: its text and settings; not the candidate, not the model. */
export const jobHash = (job: KitJob): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        job.job_title,
        job.job_description,
        job.ai_interview_type,
        job.difficulty,
        job.language,
        job.question_count,
      ]),
    )
    .digest('hex');

/**
 * Writes a kit and stores it as version 1, a draft.
 * @throws InterviewerError, AppError invalid_input if it is too large, ConditionFailed if it is to be
 * dropped where the job has another kit
 */
export const writeKit = async (
  deps: KitWriting,
  job: KitJob,
  wanted: {
    by: Actor;
    given?: readonly GivenQuestion[];
    otherwise: Parameters<typeof putKit>[2];
    request?: Keyed | null;
  },
  deadline: Deadline,
): Promise<{ kit: Kit; version: KitVersion }> => {
  const { by, given = [], otherwise, request = null } = wanted;
  const { content, provenance } = await writeContent(deps.interviewer, job, given, deadline);
  const created_at = new Date(deps.now()).toISOString();
  // Field by field: whoever asks has more than the job at hand, for example a candidate's name.
  const kit: Kit = {
    job_title: job.job_title,
    ai_interview_type: job.ai_interview_type,
    difficulty: job.difficulty,
    language: job.language,
    question_count: job.question_count,
    kit_id: randomUUID(),
    job_hash: jobHash(job),
    archived: false,
    created_at,
    versions: [
      {
        version: 1,
        status: 'draft',
        created_at,
        created_by: actorName(by),
        questions: content.questions.length,
      },
    ],
    revision: 1,
  };
  return bookIfLost(deps.interviewer, provenance, async () => {
    // What was given may be too large for a version.
    const version: KitVersion = { version: 1, provenance, ...parseInput(KitContent, content) };
    await deps.putKit({ kit, job_description: job.job_description, version }, otherwise, request);
    return { kit, version };
  });
};
