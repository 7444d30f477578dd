import {
  changeable,
  type InterviewChange,
} from '../../shared/contract/endpoints/update-interview.ts';
import { fewest } from '../../shared/domain/defaults.ts';
import { invalidInput } from '../../shared/domain/errors.ts';
import type { Brief, Interview } from '../../shared/domain/interview.ts';
import { endOf, wrongEnd } from '../../shared/domain/window.ts';
import {
  type Job,
  jobOfKit,
  type KitReading,
  sameAsKit,
} from '../../shared/interviews/job-of-kit.ts';

interface Read {
  interview: Interview;
  brief: Brief;
}

/** Only fields that were sent have a value. */
type Sent<Fields> = { [Field in keyof Fields]?: Fields[Field] | undefined };

/** What differs from what is stored. */
const differing = <Fields extends object>(stored: Fields, next: Sent<Fields>) => {
  const names = Object.keys(next) as (keyof Fields)[];
  const changed = names.filter((name) => next[name] !== undefined && next[name] !== stored[name]);
  return Object.fromEntries(changed.map((name) => [name, next[name]])) as Partial<Fields>;
};

/**
 * What an update changes: of the interview, and of its brief.
 * @throws AppError invalid_input, and from `jobOfKit`
 */
export const changesIn = async (
  deps: KitReading,
  { interview, brief }: Read,
  sent: InterviewChange,
) => {
  const { candidate_name, candidate_email, decision_by, legal_hold, resume_text } = sent;
  const { job_description, ...job } = await jobAfter(deps, { interview, brief }, sent);
  const plain = { candidate_name, candidate_email, decision_by, legal_hold };
  return {
    set: differing<Interview>(interview, { ...plain, ...timesAfter(interview, sent), ...job }),
    brief: differing<Brief>(brief, { resume_text, job_description }),
  };
};

const timesAfter = (
  { status, ...stored }: Interview,
  sent: InterviewChange,
): Sent<Pick<Interview, 'starts_at' | 'ends_at'>> => {
  if (sent.starts_at === undefined && sent.ends_at === undefined) return {};
  const { starts_at = stored.starts_at } = sent;
  // Without its start, an end means nothing.
  const { ends_at = starts_at ? stored.ends_at : null } = sent;
  const message = wrongEnd({ starts_at, ends_at });
  if (message) throw invalidInput([{ path: 'ends_at', message }]);
  if (!starts_at && status === 'in_progress') {
    throw invalidInput([
      { path: 'starts_at', message: 'is required once the interview has started' },
    ]);
  }
  return { starts_at, ends_at: endOf({ starts_at, ends_at }) };
};

const jobAfter = async (
  deps: KitReading,
  { interview, brief }: Read,
  sent: InterviewChange,
): Promise<Sent<Job & Pick<Interview, 'kit_id'>>> => {
  if (changeable.job.every((field) => sent[field] === undefined)) return {};
  const { kit_id = interview.kit_id, question_count } = sent;
  if (kit_id && kit_id !== interview.kit_id) {
    return { kit_id, ...(await jobOfKit(deps, kit_id, sent)) };
  }
  if (kit_id) {
    // The interview has what its kit says.
    sameAsKit({ ...interview, ...brief }, sent);
    return {};
  }
  if ((question_count ?? interview.question_count) < fewest) {
    throw invalidInput([{ path: 'question_count', message: `must be at least ${fewest}` }]);
  }
  const { job_title, job_description, ai_interview_type, language, difficulty } = sent;
  return {
    kit_id,
    job_title,
    job_description,
    ai_interview_type,
    language,
    difficulty,
    question_count,
  };
};
