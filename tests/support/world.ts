import { cancelInterview } from '../../functions/cancel-interview/cancel-interview.ts';
import { closeInterview } from '../../functions/close-interview/close-interview.ts';
import { completeInterview } from '../../functions/complete-interview/complete-interview.ts';
import { evaluateInterview } from '../../functions/evaluate-interview/evaluate-interview.ts';
import { handleAccommodation } from '../../functions/handle-accommodation/handle-accommodation.ts';
import { reEvaluateInterview } from '../../functions/re-evaluate-interview/re-evaluate-interview.ts';
import { requestAccommodation } from '../../functions/request-accommodation/request-accommodation.ts';
import { reviewInterview } from '../../functions/review-interview/review-interview.ts';
import { saveDraft } from '../../functions/save-draft/save-draft.ts';
import { startInterview } from '../../functions/start-interview/start-interview.ts';
import { submitResponse } from '../../functions/submit-response/submit-response.ts';
import { sweepInterviews } from '../../functions/sweep-interviews/sweep-interviews.ts';
import { updateInterview } from '../../functions/update-interview/update-interview.ts';
import { notingOpenings } from '../../functions/view-interview/noting-openings.ts';
import type { InterviewChange } from '../../shared/contract/endpoints/update-interview.ts';
import type { Endings } from '../../shared/domain/due.ts';
import type { InterviewStatus } from '../../shared/domain/interview.ts';
import { type Outcome, statusAfter } from '../../shared/domain/transitions.ts';
import { type Erasing, erase, resumeErasures } from '../../shared/erasure/erase.ts';
import type { Machine, Recruiter } from '../../shared/http/caller.ts';
import { kitOfInterview } from '../../shared/kits/kit-of-interview.ts';
import { type VerifiedLink, withLink } from '../../shared/links/admission.ts';
import { type LinkMaking, makeLink } from '../../shared/links/make-link.ts';
import { type Preparation, prepareSession } from '../../shared/links/prepare-session.ts';
import type { EvaluationRequest } from '../../shared/session/queue.ts';
import { viewInterview } from '../../shared/session/view-interview.ts';
import {
  countAccommodations,
  putAccommodation,
  handleAccommodation as putHandling,
  readAccommodation,
} from '../../shared/table/accommodations.ts';
import { changeInterview, type Effect } from '../../shared/table/audit.ts';
import {
  cancelInterview as putCancellation,
  updateInterview as putUpdate,
} from '../../shared/table/changes.ts';
import { bind, transact } from '../../shared/table/client.ts';
import { putDraft } from '../../shared/table/drafts.ts';
import { listByStart, markExpired } from '../../shared/table/endings.ts';
import {
  closeTombstone,
  deleteItems,
  deleteSession,
  listErasing,
  putTombstone,
  readItems,
  takeFromReports,
} from '../../shared/table/erasures.ts';
import { keepEvaluation, noteEvaluationRequest } from '../../shared/table/evaluations.ts';
import { idsBehind, keyed } from '../../shared/table/idempotency.ts';
import {
  createInterview,
  type InterviewRecord,
  readInterview,
} from '../../shared/table/interviews.ts';
import { readKitVersion, readNewestVersion } from '../../shared/table/kit-versions.ts';
import { putKit } from '../../shared/table/kit-writes.ts';
import { readKit, readKitAlone, readKitOfJob } from '../../shared/table/kits.ts';
import { oneAtATime, releaseLease, takeLease } from '../../shared/table/leases.ts';
import { noteSound, putLinkWithQuestions, replaceLink } from '../../shared/table/links.ts';
import { noteOpening } from '../../shared/table/openings.ts';
import { keepAssessment, putResponse, readAssessment } from '../../shared/table/responses.ts';
import { putReview, readReview } from '../../shared/table/reviews.ts';
import { sealSession, startSession } from '../../shared/table/sessions.ts';
import { bookUnused } from '../../shared/table/spending.ts';
import { readUserNames } from '../../shared/table/user-names.ts';
import { fakeInterviewer } from './fake-interviewer.ts';
import { testKeys } from './links.ts';
import { memoryTable } from './memory-table.ts';
import { anInterview, id } from './records.ts';

const by = { recruiter: 'recruiter-1' };
const interview_id = id(1);

/**
 * One interview with everything that can be done to it: the functions' own logic, over the table's
 * own conditions in memory, with an interviewer that can be made to fail and a clock that is set.
 */
export const createWorld = (
  hooks: Parameters<typeof memoryTable>[0] = {},
  { speaks = false } = {},
) => {
  const memory = memoryTable(hooks);
  const { table } = memory;
  const fake = fakeInterviewer();
  const clock = { ms: Date.parse('2026-11-23T10:00:00Z') };
  const queue: EvaluationRequest[] = [];
  /** The names of the sound that is in the bucket. */
  const sounds = new Set<string>();
  const erased: string[] = [];
  // No two things happen at the same millisecond, so the audit has one order.
  const now = () => ++clock.ms;
  // Whoever waits for another request lets the time pass.
  const alone = oneAtATime(table, now, async (ms) => {
    clock.ms += ms;
  });
  const kits = {
    ...bind(table, { putKit, readKitAlone, readKitOfJob, readKitVersion, readNewestVersion }),
    interviewer: fake.interviewer,
    oneAtATime: alone,
    approved_only: false,
    now,
  };
  const preparation: Preparation = {
    interviewer: fake.interviewer,
    speak: async (_kit, { texts }) => {
      if (!speaks) return texts.map(() => ({ audio_url: null, characters: 0 }));
      await hooks.before?.('Speak');
      for (const { name } of texts) sounds.add(name);
      return texts.map(({ text }) => ({ audio_url: null, characters: text.length }));
    },
    report: () => undefined,
    now,
  };
  const deps = {
    ...bind(table, {
      readInterview,
      startSession,
      putAccommodation,
      countAccommodations,
      putDraft,
      putResponse,
      readAssessment,
      keepAssessment,
      releaseLease,
      takeLease,
      sealSession,
      listByStart,
      markExpired,
      keepEvaluation,
      noteEvaluationRequest,
      noteSound,
      putLinkWithQuestions,
      replaceLink,
    }),
    kitOf: (...[{ interview, brief }, who, until]: Parameters<LinkMaking['kitOf']>) =>
      kitOfInterview(kits, { ...interview, ...brief }, who, until),
    prepareSession: (
      ...[record, kit, session_id, until]: Parameters<LinkMaking['prepareSession']>
    ) => prepareSession(preparation, record, { ...kit, session_id }, until),
    wasted: (...[of, { session, voice_usd }]: Parameters<LinkMaking['wasted']>) =>
      bookUnused(table, of, session.spent, new Date(now()).toISOString(), voice_usd),
    oneAtATime: alone,
    evaluateLater: async (of: string) => void queue.push({ interview_id: of }),
    send: async (request: EvaluationRequest) => void queue.push(request),
    report: () => undefined,
    interviewer: fake.interviewer,
    linkKeys: async () => testKeys,
    baseUrl: async () => 'https://talent.example.com',
    notice_required: false,
    now,
  };
  const erasing: Erasing = {
    ...bind(table, {
      closeTombstone,
      deleteItems,
      deleteSession,
      listErasing,
      putTombstone,
      readItems,
      takeFromReports,
    }),
    eraseSound: async (session_id) => {
      await hooks.before?.('EraseSound');
      for (const name of sounds) if (name.endsWith(session_id)) sounds.delete(name);
      hooks.after?.('EraseSound');
    },
    report: () => undefined,
    now,
  };
  const changes = bind(table, {
    readInterview,
    readKit,
    readAccommodation,
    readReview,
    readUserNames,
    noteOpening,
    putUpdate,
    putCancellation,
    putHandling,
    putReview,
    idsBehind,
  });
  const changing = { ...changes, approved_only: false, now };
  const deadline = () => ({ at: clock.ms + 25_000 });
  const linked = <Answer>(token: string, run: (link: VerifiedLink) => Promise<Answer>) =>
    withLink(deps, () => token, run)({ note: () => undefined });
  const link = (replace: boolean, of: string) =>
    makeLink(deps, { interview_id: of, by, replace, deadline: deadline() });
  return {
    clock,
    queue,
    sounds,
    interviewer: fake,
    table,
    /** What links and kits are made with. */
    linking: deps,
    kits,
    items: memory.items,
    create: (over: Parameters<typeof anInterview>[0] = {}, resume_text: string | null = null) =>
      createInterview(table, {
        interview: anInterview({
          status: 'scheduled',
          starts_at: '2026-11-23T10:00:00Z',
          ends_at: '2026-11-23T11:00:00Z',
          ...over,
        }),
        brief: { job_description: 'We store orders.', resume_text },
        by,
      }),
    /** Everything that is stored, audit included. */
    look: async (of = interview_id): Promise<InterviewRecord> => {
      const record = await readInterview(table, of, 'audit');
      if (!record) throw new Error('The interview is gone');
      return record;
    },
    generate: (of = interview_id) => link(false, of),
    regenerate: (of = interview_id) => link(true, of),
    start: (token: string) => linked(token, (one) => startInterview(deps, one, { interview_id })),
    draft: (token: string, sent: Parameters<typeof saveDraft>[2]) =>
      linked(token, (one) => saveDraft(deps, one, sent)),
    submit: (
      token: string,
      sent: { session_id: string; response_text: string; question_id?: string | undefined },
    ) => linked(token, (one) => submitResponse(deps, one, sent, deadline())),
    accommodate: (token: string, message = String(clock.ms)) =>
      linked(token, (one) => requestAccommodation(deps, one, { kind: 'more_time', message })),
    erase: (until = deadline()) =>
      erase(erasing, interview_id, {
        reason: 'requested',
        by,
        at: new Date(now()).toISOString(),
        until,
      }),
    /** As the sweep does, long after. */
    resumeErasures: () => {
      clock.ms += 400_000;
      return resumeErasures(erasing, deadline());
    },
    /** The view of the page, which notes that it was opened. */
    view: (token: string) =>
      linked(token, (one) =>
        viewInterview({ ...deps, next_step: null, opened: notingOpenings(changing) }, one),
      ),
    update: (sent: InterviewChange, caller: Recruiter | Machine = by) =>
      updateInterview({ ...changing, store: changes.putUpdate }, caller, interview_id, sent),
    cancel: (reason?: string) =>
      cancelInterview({ ...changing, store: changes.putCancellation }, by, interview_id, reason),
    review: (reason: string, key?: string) => {
      const sent = { decision: 'hold', reason } as const;
      const request = keyed(by, 'review-interview', { key, body: sent });
      return reviewInterview(changing, { by, interview_id, sent, request });
    },
    handle: (accommodation_id: string, sent: { handled: boolean; note?: string }) => {
      const ids = { interview_id, accommodation_id };
      return handleAccommodation({ ...changing, store: changes.putHandling }, by, ids, sent);
    },
    /** Has it evaluated again; the request is on the queue. */
    evaluateAgain: () => reEvaluateInterview(deps, by, interview_id),
    complete: (token: string, session_id: string) =>
      linked(token, (one) => completeInterview(deps, one, { session_id }, deadline())),
    /** Changes the interview as it is stored. @returns whether it has the status */
    change: (status: InterviewStatus, effect: Effect) =>
      transact(table, changeInterview(table, interview_id, status, effect)).then(
        () => true,
        () => false,
      ),
    /** Completes it for its candidate. */
    close: () => closeInterview(deps, by, interview_id, deadline()),
    /**
     * Ends what is due, in a run of `time` ms; `meanwhile` comes between a list and its writes.
     * `erased` has the ids of what it erases.
     */
    sweep: (set: Partial<Endings> = {}, time = 270_000, meanwhile?: () => Promise<unknown>) =>
      sweepInterviews(
        {
          ...deps,
          erase: async (of, until, isDue) => {
            const asked = { reason: 'retention', by: 'system', until, isDue } as const;
            const made = await erase(erasing, of, { ...asked, at: new Date(now()).toISOString() });
            if (made) erased.push(of);
            return made !== null;
          },
          resumeErasures: async (until) => (await resumeErasures(erasing, until)).left,
          async *listByStart(...of) {
            let found = 0;
            for await (const page of deps.listByStart(...of)) {
              found += page.length;
              yield page;
            }
            if (found > 0) await meanwhile?.();
          },
        },
        { seal_after_hours: 24, retention_days: null, ...set },
        { at: clock.ms + time },
      ),
    erased,
    /**
     * Delivers what is on the queue, one after the other or all at once, when its delay is over.
     * A message whose work fails stays.
     */
    deliver: async ({ atOnce = false, after = 45_000 } = {}) => {
      clock.ms += after;
      const work = async (request: EvaluationRequest) =>
        void (await evaluateInterview(deps, request, deadline()).catch(() => queue.push(request)));
      if (atOnce) await Promise.all(queue.splice(0).map(work));
      else for (const request of queue.splice(0)) await work(request);
    },
  };
};

export type World = ReturnType<typeof createWorld>;

/** The state by the audit, replayed from its first row. */
export const replay = (audit: InterviewRecord['audit']) => {
  let status: Outcome | null = null;
  const state = {
    generation: 0,
    answered: 0,
    assessed: 0,
    evaluations: 0,
  };
  const counts: Record<string, () => void> = {
    link_generated: () => void state.generation++,
    link_regenerated: () => void state.generation++,
    answer_stored: () => void state.answered++,
    answer_assessed: () => void state.assessed++,
    evaluation_stored: () => void state.evaluations++,
  };
  for (const { event, facts } of audit) {
    status = statusAfter(status, event);
    counts[event]?.();
    if (facts.link_deleted) state.generation = 0;
  }
  return { status, ...state };
};

/** The same facts, read from what is stored. */
export const stateOf = ({ interview, link, responses, evaluations }: InterviewRecord) => ({
  status: interview.status,
  generation: link?.generation ?? 0,
  answered: responses.length,
  assessed: responses.filter(({ assessment }) => assessment).length,
  evaluations: evaluations.length,
});
