import type { InterviewDetail } from '../contract/endpoints/get-interview.ts';
import { costOfInterview } from '../domain/cost.ts';
import { interviewNotFound } from '../domain/errors.ts';
import type { Brief } from '../domain/interview.ts';
import type { KeysFor, LinkKeys } from '../domain/link-token.ts';
import { isoUtc } from '../domain/plain-text.ts';
import { Id } from '../domain/text.ts';
import { windowOf } from '../domain/window.ts';
import { linkStatus } from '../links/link-status.ts';
import { responseTo } from '../session/progress.ts';
import type { readAccommodations } from '../table/accommodations.ts';
import type { Bound } from '../table/client.ts';
import type { InterviewRecord, readInterview } from '../table/interviews.ts';
import type { readUserNames } from '../table/user-names.ts';
import { engineFor } from '../voice/voices.ts';
import { namedAccommodation, namedReview } from './named.ts';
import { requireWithBrief } from './require-interview.ts';
import { usesOfInterview } from './uses-of-interview.ts';

export interface ReadingDeps {
  readInterview: Bound<typeof readInterview>;
  readAccommodations: Bound<typeof readAccommodations>;
  readUserNames: Bound<typeof readUserNames>;
  linkKeys: KeysFor;
  now(): number;
}

/**
 * Everything a recruiter may know about an interview, with its audit as `readAudit` reads it, and
 * the names of people. All reads are made at once.
 * @throws AppError interview_not_found
 */
export const readDetail = async <Rows>(
  deps: ReadingDeps,
  interview_id: string,
  readAudit: (interview_id: string) => Promise<Rows>,
) => {
  const id = Id.safeParse(interview_id).data;
  if (!id) throw interviewNotFound();
  // The keys beside it, so that a cold start waits once; most often they have the one that is needed.
  const [read, accommodations, audit, names] = await Promise.all([
    deps.readInterview(id, 'brief'),
    deps.readAccommodations(id),
    readAudit(id),
    deps.readUserNames(),
    deps.linkKeys(),
  ]);
  const record = requireWithBrief(read);
  const keys = await deps.linkKeys(record.link?.key_id);
  const detail = {
    ...detailOf(record, keys, deps.now()),
    accommodations: newest(accommodations, ({ requested_at }) => requested_at).map((one) =>
      namedAccommodation(one, names),
    ),
    reviews: record.reviews.map((review) => namedReview(review, names)),
  };
  return { detail, audit, names };
};

const detailOf = (
  record: InterviewRecord & { brief: Brief },
  keys: LinkKeys,
  now: number,
): Omit<InterviewDetail, 'accommodations' | 'audit' | 'reviews'> => {
  const { interview, brief, session, evaluations } = record;
  return {
    ...interview,
    ...brief,
    id: interview.interview_id,
    updated_at: interview.updated_at ?? interview.created_at,
    legal_hold: interview.legal_hold ?? false,
    kit_version: session?.kit?.version ?? null,
    link: linkView(keys, record, now),
    session: sessionView(record),
    competencies: session?.competencies ?? [],
    questions: record.questions,
    responses: record.responses.map((response) => ({
      ...response,
      assessment_status: response.assessment?.status ?? 'pending',
    })),
    unsent_drafts: record.drafts.filter(({ question_id }) => !responseTo(record, question_id)),
    evaluation: evaluations.at(-1) ?? null,
    evaluations,
    cost: cost(record),
  };
};

/** Of what older interviews may have hundreds of: Lambda answers with at most 6 MB. */
const mostShown = 50;

/** The newest of these, oldest first. */
const newest = <One>(all: readonly One[], timeOf: (one: One) => string): One[] =>
  all.toSorted((a, b) => timeOf(a).localeCompare(timeOf(b))).slice(-mostShown);

const cost = (record: InterviewRecord) =>
  costOfInterview({
    ...usesOfInterview(record),
    unused: record.unused,
    characters: record.session?.voice_characters ?? 0,
    engine: engineFor(record.interview.language),
  });

const linkView = (
  keys: LinkKeys,
  { interview, link }: InterviewRecord,
  now: number,
): InterviewDetail['link'] => {
  const { starts_at, ends_at } = interview;
  const status = linkStatus(keys, interview, link?.key_id, now);
  if (status === 'none' || !link || !starts_at || !ends_at) {
    return { status: 'none', generation: 0, created_at: null, opens_at: null, expires_at: null };
  }
  const window = windowOf({ starts_at, ends_at });
  return {
    status,
    generation: link.generation,
    created_at: link.created_at,
    opens_at: isoUtc(window.opens_at),
    expires_at: isoUtc(window.expires_at),
  };
};

const sessionView = (record: InterviewRecord): InterviewDetail['session'] => {
  const { session, questions, responses, evaluations } = record;
  if (!session) return null;
  const { session_id, started_at, completed_at, notice } = session;
  const sealed = evaluations.length > 0 ? 'completed' : 'evaluating';
  const running = started_at ? 'in_progress' : 'ready';
  return {
    session_id,
    status: completed_at ? sealed : running,
    started_at,
    completed_at,
    notice,
    total_questions: questions.length,
    answered_questions: responses.length,
  };
};
