import { randomBytes, randomUUID } from 'node:crypto';
import type { LinkView } from '../contract/link-view.ts';
import { spentOn } from '../domain/cost.ts';
import type { Deadline } from '../domain/deadline.ts';
import { conflict } from '../domain/errors.ts';
import type { LinkableInterview } from '../domain/interview.ts';
import type { KeysFor } from '../domain/link-token.ts';
import { isoUtc } from '../domain/plain-text.ts';
import type { Link, Session } from '../domain/session.ts';
import { explainFailure } from '../interviewer/unavailable.ts';
import type { KitInUse } from '../kits/kit-of-interview.ts';
import type { Actor } from '../table/audit.ts';
import { type Bound, ConditionFailed } from '../table/client.ts';
import type { readInterview } from '../table/interviews.ts';
import { makingLinkOf, type OneAtATime } from '../table/leases.ts';
import type { noteSound, putLinkWithQuestions, replaceLink } from '../table/links.ts';
import { nextMoment } from '../table/moment.ts';
import { tokenOf, viewLink } from './link-view.ts';
import { type Linkable, requireLinkable } from './linkable.ts';
import { type Prepared, replacing, wantsLeadIns } from './prepare-session.ts';

/** The dependencies of creating a link. */
export interface LinkMaking {
  readInterview: Bound<typeof readInterview>;
  kitOf(record: Linkable, by: Actor, deadline: Deadline): Promise<KitInUse>;
  prepareSession(
    record: Linkable,
    kit: KitInUse,
    session_id: string,
    deadline: Deadline,
  ): Promise<Prepared>;
  noteSound: Bound<typeof noteSound>;
  putLinkWithQuestions: Bound<typeof putLinkWithQuestions>;
  replaceLink: Bound<typeof replaceLink>;
  /** Books what was prepared for a link that was not made. Never throws. */
  wasted(interview_id: string, prepared: Prepared): Promise<void>;
  oneAtATime: OneAtATime;
  linkKeys: KeysFor;
  baseUrl(): Promise<string>;
  now(): number;
}

interface LinkRequest {
  interview_id: string;
  by: Actor;
  /** Whether a live link is replaced. */
  replace: boolean;
  deadline: Deadline;
}

const attempts = 4;

/**
 * Gives an interview a link. `replace: false` returns the active one if there is one; `true` always
 * creates a new one, with the questions of the kit's version in use as long as the candidate has not
 * started. Where those are the ones in use, and after the start, only the link is new.
 * The table puts concurrent calls in order: the later one sees the earlier one's link.
 * @throws AppError for an interview that cannot have a link, kit_not_approved, ai_unavailable, conflict
 */
export const makeLink = async (deps: LinkMaking, request: LinkRequest): Promise<LinkView> => {
  // The keys beside it, so that a cold start waits once; most often they have the one that is needed.
  const [base_url] = await Promise.all([deps.baseUrl(), deps.linkKeys()]);
  const making: Making = {
    deps,
    request,
    base_url,
    of: null,
    kit: null,
    session_id: randomUUID(),
    noted: false,
    prepared: null,
  };
  const work = makingLinkOf(request.interview_id);
  try {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      try {
        const made = await makeOnce(making, false);
        if (made) return made;
        return await deps.oneAtATime(work, request.deadline, {
          make: async () => {
            const alone = await makeOnce(making, true);
            if (!alone) throw new Error('A link was not made under its lease');
            return alone;
          },
        });
      } catch (error) {
        // Another request changed the interview in between: read it again and start over.
        if (!(error instanceof ConditionFailed)) throw error;
      }
    }
    throw conflict();
  } catch (error) {
    throw explainFailure(error, 'Failed to generate AI interview link', deps.now());
  } finally {
    if (making.prepared) await deps.wasted(request.interview_id, making.prepared);
  }
};

/** One request for a link, over all of its attempts. */
interface Making {
  deps: LinkMaking;
  request: LinkRequest;
  base_url: string;
  /** Of the session that is prepared, if one is. */
  session_id: string;
  /** Whether the table knows that this session may have sound. */
  noted: boolean;
  /** The last change of the interview that kit and sound are for. */
  of: string | null;
  /** Both are kept for the next attempt; what is prepared is paid for, and here until it is used. */
  kit: KitInUse | null;
  prepared: Prepared | null;
}

/** @returns null if that takes a call to a model for this interview alone, and so needs the lease */
const makeOnce = async (making: Making, leased: boolean): Promise<LinkView | null> => {
  const { deps, base_url } = making;
  const { interview_id, by, replace, deadline } = making.request;
  const record = requireLinkable(await deps.readInterview(interview_id, 'brief'));
  const { interview, link: replaced, session } = record;
  await startOverIfUpdated(making, interview);
  const keys = await deps.linkKeys(replaced?.key_id);
  const message = `AI interview link ${replace ? 're' : ''}generated successfully`;
  const view = (token: string, of: Session, questions: number) =>
    viewLink(record, { token, session: of, questions, base_url, now: deps.now() }, message);
  const live = !replace && replaced && session && tokenOf(keys, interview, replaced);
  if (live) return view(live, session, record.questions.length);

  const link: Link = {
    link_id: randomBytes(16).toString('hex'),
    key_id: keys.current,
    created_at: nextMoment(record, deps.now()),
    generation: (replaced?.generation ?? 0) + 1,
  };
  const token = tokenOf(keys, interview, link);
  if (!token) throw new Error('The current link key is missing');
  const { status } = interview;
  if (status === 'scheduled' && !making.kit) {
    // A first link needs a session in any case: noted beside the kit, that takes no time.
    const finding = deps.kitOf(record, by, deadline);
    [making.kit] = await Promise.all([
      finding,
      session || making.noted ? null : noteSession(making),
    ]);
  }
  const kit = status === 'scheduled' ? making.kit : null;
  if (replaced && session && (!kit || isOf(session, kit))) {
    await deps.replaceLink(interview.interview_id, { link, replaced, status, by });
    return view(token, session, record.questions.length);
  }
  if (!kit) throw new Error('An interview in progress is stored without its link');
  if (!leased && wantsLeadIns(record)) return null;
  if (!making.noted) await noteSession(making);
  making.prepared ??= await deps.prepareSession(record, kit, making.session_id, deadline);
  const { questions, session: made, voice_usd } = making.prepared;
  await deps.putLinkWithQuestions(interview, {
    questions,
    session: replacing(made, session),
    link,
    replaced,
    replaced_questions: record.questions.length,
    replaced_kit: session?.kit,
    usd: spentOn(made.spent) + voice_usd,
    by,
  });
  making.prepared = null;
  return view(token, made, questions.length);
};

/** Before anything is spoken: what is not in the table cannot be erased with the interview. */
const noteSession = async (making: Making) => {
  const { deps, session_id, request } = making;
  await deps.noteSound(request.interview_id, { session_id, at: isoUtc(deps.now()) });
  making.noted = true;
};

/** A recruiter may have changed the job, the address or the résumé between two attempts. */
const startOverIfUpdated = async (making: Making, interview: LinkableInterview) => {
  const { deps, of, prepared } = making;
  const last = interview.updated_at ?? interview.created_at;
  if (of !== null && of !== last) {
    making.kit = null;
    making.prepared = null;
    if (prepared) await deps.wasted(interview.interview_id, prepared);
  }
  making.of = last;
};

const isOf = ({ kit }: Session, { kit_id, content }: KitInUse) =>
  kit?.kit_id === kit_id && kit.version === content.version;
