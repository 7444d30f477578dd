import { openInterviewEndpoint } from '../contract/endpoints/open-interview.ts';
import { startInterviewEndpoint } from '../contract/endpoints/start-interview.ts';
import type { LinkView } from '../contract/link-view.ts';
import type { LinkableInterview } from '../domain/interview.ts';
import { type LinkKeys, signLinkToken } from '../domain/link-token.ts';
import { isoUtc } from '../domain/plain-text.ts';
import type { Link, Session } from '../domain/session.ts';
import { windowOf, windowState } from '../domain/window.ts';

/** The token of a stored link, recreated; null if its key has been retired. */
export const tokenOf = (
  keys: LinkKeys,
  interview: { interview_id: string; candidate_email: string },
  link: Link,
): string | null => signLinkToken(keys, { ...interview, ...link });

/** The response of the three link endpoints, as in the older guide. */
export const viewLink = (
  { interview }: { interview: LinkableInterview },
  made: { token: string; session: Session; questions: number; base_url: string; now: number },
  message: string,
): LinkView => {
  const window = windowOf(interview);
  const at = (path: string) => `${made.base_url}${path}`;
  return {
    interview_id: interview.interview_id,
    link_token: made.token,
    ai_interview_url: at(startInterviewEndpoint.path),
    public_interview_url: at(openInterviewEndpoint.path.replace('{token}', made.token)),
    expires_at: isoUtc(window.expires_at),
    ai_session_id: made.session.session_id,
    ai_interview_type: interview.ai_interview_type,
    candidate_name: interview.candidate_name,
    candidate_email: interview.candidate_email,
    job_title: interview.job_title,
    questions_generated: made.questions,
    is_expired: windowState(window, made.now) === 'expired',
    message,
  };
};
