import type { InterviewDetail } from '../../shared/contract/endpoints/get-interview.ts';
import { costOfInterview, usesOf } from '../../shared/domain/cost.ts';
import { AppError } from '../../shared/domain/errors.ts';
import type { KeysFor, LinkKeys } from '../../shared/domain/link-token.ts';
import { isoUtc } from '../../shared/domain/text.ts';
import { windowOf, windowState } from '../../shared/domain/window.ts';
import { tokenOf } from '../../shared/links/link-view.ts';
import type { Bound } from '../../shared/table/client.ts';
import type { InterviewRecord, readInterview } from '../../shared/table/interviews.ts';
import { engineFor } from '../../shared/voice/voices.ts';

interface Deps {
  readInterview: Bound<typeof readInterview>;
  linkKeys: KeysFor;
  now(): number;
}

/** Everything a recruiter may know about an interview. @throws AppError interview_not_found */
export const getInterview = async (deps: Deps, interview_id: string): Promise<InterviewDetail> => {
  // The keys beside it, so that a cold start waits once; most often they have the one that is needed.
  const [record] = await Promise.all([deps.readInterview(interview_id, 'audit'), deps.linkKeys()]);
  if (!record?.brief) throw new AppError('interview_not_found', 'Interview not found');
  const { interview, brief, evaluations, link } = record;
  const keys = await deps.linkKeys(link?.key_id);
  return {
    ...interview,
    ...brief,
    id: interview.interview_id,
    kit_version: record.session?.kit?.version ?? null,
    link: linkStatus(keys, record, deps.now()),
    session: sessionView(record),
    competencies: record.session?.competencies ?? [],
    questions: record.questions,
    responses: record.responses.map((response) => ({
      ...response,
      assessment_status: response.assessment?.status ?? 'pending',
    })),
    evaluation: evaluations.at(-1) ?? null,
    evaluations,
    accommodations: newest(record.accommodations, ({ requested_at }) => requested_at),
    cost: cost(record),
    audit: record.audit.slice(-mostShown),
  };
};

/** Of what older interviews may have hundreds of: Lambda answers with 6 MB at the most. */
const mostShown = 50;

/** The newest of these, oldest first. */
const newest = <One>(all: readonly One[], timeOf: (one: One) => string): One[] =>
  all.toSorted((a, b) => timeOf(a).localeCompare(timeOf(b))).slice(-mostShown);

const cost = (record: InterviewRecord) => {
  const { interview, session, questions, responses, evaluations, unused } = record;
  const followUps = questions.flatMap(({ provenance }) => provenance ?? []);
  const first = responses.flatMap(({ assessment }) => usesOf(assessment));
  // Version 1 is based on the first readings; every later version has its own.
  const later = evaluations
    .filter(({ version }) => version > 1)
    .flatMap(({ assessments }) => assessments.flatMap((one) => usesOf(one.assessment)));
  const writing = session?.provenance ?? [];
  return costOfInterview({
    kit: session?.kit ? writing : [],
    questions: [...(session?.kit ? [] : writing), ...(session?.spent ?? []), ...followUps],
    evaluation: [...first, ...later, ...evaluations.map(({ provenance }) => provenance)],
    unused,
    characters: session?.voice_characters ?? 0,
    engine: engineFor(interview.language),
  });
};

const linkStatus = (
  keys: LinkKeys,
  { interview, link }: InterviewRecord,
  now: number,
): InterviewDetail['link'] => {
  const { starts_at, ends_at, status } = interview;
  if (!link || !starts_at || !ends_at || !tokenOf(keys, interview, link)) {
    return { status: 'none', generation: 0, created_at: null, opens_at: null, expires_at: null };
  }
  const window = windowOf({ starts_at, ends_at });
  const byTime = { early: 'not_open', open: 'open', expired: 'expired' } as const;
  return {
    status:
      status === 'completed' || status === 'cancelled'
        ? 'closed'
        : byTime[windowState(window, now)],
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
