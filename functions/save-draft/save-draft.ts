import { AppError, conflict } from '../../shared/domain/errors.ts';
import type { Draft } from '../../shared/domain/session.ts';
import {
  type Admitted,
  admit,
  sameInterview,
  type VerifiedLink,
} from '../../shared/links/admission.ts';
import { questionNamed, requireInProgress, responseTo } from '../../shared/session/progress.ts';
import { type Bound, ConditionFailed } from '../../shared/table/client.ts';
import type { putDraft } from '../../shared/table/drafts.ts';
import { asFound, type readInterview } from '../../shared/table/interviews.ts';

interface Deps {
  readInterview: Bound<typeof readInterview>;
  putDraft: Bound<typeof putDraft>;
  now(): number;
}

interface Sent {
  session_id: string;
  question_id: string;
  text: string;
  version: number;
}

/**
 * Stores what a candidate has typed. The newest version wins; the same one sent again is a retry.
 * @throws AppError from `admit`, not_started, interview_completed, already_answered with the stored
 * answer, draft_outdated with the newer draft, invalid_input
 */
export const saveDraft = async (deps: Deps, link: VerifiedLink, sent: Sent) => {
  const { interview_id, link_id } = link.claim;
  const record = admit(link, await deps.readInterview(interview_id, 'draft'), deps.now());
  sameInterview(record, sent);
  const { order } = questionNamed(record, sent.question_id);
  const { question_id, text, version } = sent;
  const saved_at = new Date(deps.now()).toISOString();
  const repeated = storedBefore(record, sent);
  if (repeated) return repeated;
  const draft = { question_id, order, text, version, saved_at };
  try {
    await deps.putDraft(interview_id, { draft, link_id });
    return draft;
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    const raced = storedBefore(admit(link, asFound(record, error), deps.now()), sent);
    if (raced) return raced;
    throw conflict(error);
  }
};

/** The stored draft that this one repeats. @throws AppError if this one may not be stored */
const storedBefore = (record: Admitted, sent: Sent): Draft | undefined => {
  requireInProgress(record);
  const answer = responseTo(record, sent.question_id);
  if (answer) {
    throw new AppError('already_answered', 'This question has already been answered', {
      details: { response_text: answer.response_text },
    });
  }
  const stored = record.drafts.find(({ question_id }) => question_id === sent.question_id);
  if (!stored || stored.version < sent.version) return undefined;
  if (stored.version === sent.version && stored.text === sent.text) return stored;
  const { order: _, ...draft } = stored;
  throw new AppError('draft_outdated', 'A newer draft of this answer has already been saved', {
    details: { draft },
  });
};
