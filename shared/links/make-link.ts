import { randomBytes } from 'node:crypto';
import { voiceUsd } from '../domain/cost.ts';
import type { Deadline } from '../domain/deadline.ts';
import { conflict } from '../domain/errors.ts';
import type { LinkKeys } from '../domain/link-token.ts';
import type { Question } from '../domain/rubric.ts';
import type { Link, Session } from '../domain/session.ts';
import type { Actor } from '../table/audit.ts';
import { type Bound, ConditionFailed } from '../table/client.ts';
import type { readInterview } from '../table/interviews.ts';
import type { putLinkWithQuestions, replaceLink } from '../table/links.ts';
import { engineFor } from '../voice/voices.ts';
import { tokenOf, viewLink } from './link-view.ts';
import { type Linkable, requireLinkable } from './linkable.ts';

/** The dependencies of creating a link. */
export interface LinkMaking {
  readInterview: Bound<typeof readInterview>;
  prepareSession(
    interview: Linkable,
    deadline: Deadline,
  ): Promise<{ session: Session; questions: Question[] }>;
  putLinkWithQuestions: Bound<typeof putLinkWithQuestions>;
  replaceLink: Bound<typeof replaceLink>;
  linkKeys(): Promise<LinkKeys>;
  baseUrl(): Promise<string>;
  now(): number;
}

const attempts = 4;

/**
 * Gives an interview a link. `replace: false` returns the live one if there is one; `true` always
 * creates a new one, with fresh questions as long as the candidate has not started.
 * The table puts concurrent calls in order: the later one sees the earlier one's link.
 * @throws AppError for an interview that cannot have a link, ai_unavailable, conflict
 */
export const makeLink = async (
  deps: LinkMaking,
  {
    interview_id,
    by,
    replace,
    message,
    deadline,
  }: {
    interview_id: string;
    by: Actor;
    replace: boolean;
    message: string;
    deadline: Deadline;
  },
) => {
  const [keys, base_url] = await Promise.all([deps.linkKeys(), deps.baseUrl()]);
  let prepared: { session: Session; questions: Question[] } | undefined;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const record = requireLinkable(await deps.readInterview(interview_id, 'brief'));
    const { interview, link: old, session } = record;
    const view = (token: string, of: Session, questions: number) =>
      viewLink(record, { token, session: of, questions, base_url, now: deps.now() }, message);
    if (!replace && old && session) {
      const live = tokenOf(keys, interview, old);
      if (live) return view(live, session, record.questions.length);
    }
    const link: Link = {
      link_id: randomBytes(16).toString('hex'),
      key_id: keys.current,
      created_at: new Date(deps.now()).toISOString(),
      generation: (old?.generation ?? 0) + 1,
    };
    const token = tokenOf(keys, interview, link);
    if (!token) throw new Error('The current link key is missing');
    try {
      if (old && session && interview.status === 'in_progress') {
        await deps.replaceLink(interview.interview_id, { link, replaced: old, by });
        return view(token, session, record.questions.length);
      }
      prepared ??= await deps.prepareSession(record, deadline);
      const replaced_questions = record.questions.length;
      const { voice_characters } = prepared.session;
      const voice_usd = voiceUsd(voice_characters, engineFor(interview.language));
      const made = { link, replaced: old, ...prepared, replaced_questions, voice_usd, by };
      await deps.putLinkWithQuestions(interview.interview_id, made);
      return view(token, prepared.session, prepared.questions.length);
    } catch (error) {
      // Another request changed the interview in between: read it again and start over.
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw conflict();
};
