import type * as z from 'zod';
import type { completeInterviewEndpoint } from '../../../shared/contract/endpoints/complete-interview.ts';
import type { requestAccommodationEndpoint } from '../../../shared/contract/endpoints/request-accommodation.ts';
import type { saveDraftEndpoint } from '../../../shared/contract/endpoints/save-draft.ts';
import type { startInterviewEndpoint } from '../../../shared/contract/endpoints/start-interview.ts';
import type { submitResponseEndpoint } from '../../../shared/contract/endpoints/submit-response.ts';
import type { viewInterviewEndpoint } from '../../../shared/contract/endpoints/view-interview.ts';
import type { Result as Evaluated } from '../../../shared/contract/result.ts';
import type { ErrorCode } from '../../../shared/domain/errors.ts';

/** The endpoint of each call. Types only: no schema may get into the page. */
export interface Endpoints {
  open: typeof viewInterviewEndpoint;
  start: typeof startInterviewEndpoint;
  submit: typeof submitResponseEndpoint;
  complete: typeof completeInterviewEndpoint;
  draft: typeof saveDraftEndpoint;
  help: typeof requestAccommodationEndpoint;
}

/** The body of a call; the runner adds the token. */
export type Body<C extends keyof Endpoints> = Omit<z.input<Endpoints[C]['body']>, 'link_token'>;
type Reply<C extends keyof Endpoints> = z.output<Endpoints[C]['response']>;
type Session = Reply<'start'>;
type StoredDraft = NonNullable<Session['draft']>;

export type Opened = Reply<'open'>;
export type Question = Pick<Session['questions'][number], 'id' | 'text' | 'audio_url'>;
export type Answer = Omit<Session['responses'][number], 'response_id'>;
export type Saved = Pick<Reply<'draft'>, 'saved_at'>;
export type Result = Evaluated & { status: 'completed' };
/** What complete returns: the result, or that it is being made. */
export type Completed = Result | { status: 'evaluating' };
export type Submitted = Pick<
  Reply<'submit'>,
  'next_question' | 'next_question_id' | 'feedback' | 'feedback_detail' | 'total_questions'
>;

/** A draft from this device has no `saved_at`. */
export type Draft = Omit<StoredDraft, 'saved_at'> & Partial<StoredDraft>;

/** A session; once it is completed it also contains the result. */
export type Started = Pick<
  Session,
  'session_id' | 'interview_id' | 'job_title' | 'language' | 'total_questions' | 'server_time'
> & { questions: Question[]; responses: Answer[]; draft: Draft | null } & (
    | { status: 'started' | 'evaluating' }
    | Result
  );

type Times = 'starts_at' | 'ends_at' | 'opens_at' | 'expires_at' | 'server_time';

/** A refusal: a code to act on, and the times of a link that is not open. */
export type Refusal = Partial<Pick<Opened, 'job_title' | 'status' | Times>> & {
  code: ErrorCode;
  draft?: Draft;
  /** Of an expired link: numbers of the questions whose text was typed and not sent. */
  unsent_questions?: number[];
};
