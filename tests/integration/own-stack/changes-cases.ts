import { randomUUID } from 'node:crypto';
import type { Recruiter, Reply } from '../../support/client.ts';
import {
  begin,
  finish,
  inMinutes,
  invite,
  newInterview,
  newKit,
} from '../../support/interviews.ts';
import type { TestStack } from '../../support/stack.ts';
import type { Cases } from '../api/refusals.ts';

const nobody: string = randomUUID();
const later = { starts_at: inMinutes(60) };

/** Requests that lead to each error of the endpoints that change an interview. */
export const changeCases = (
  stack: TestStack,
  logIn: () => Promise<Recruiter>,
  crowd: () => unknown,
): Cases => {
  const { api } = stack;
  const change = (recruiter: Recruiter, interview_id: string, body: object = later) =>
    recruiter.update(interview_id, body);
  /** Calls with a recruiter and an interview that has come so far. */
  const on =
    (
      prepare: (recruiter: Recruiter) => Promise<{ interview_id: string }>,
      send: (recruiter: Recruiter, interview_id: string) => Promise<Reply>,
    ) =>
    async () => {
      const recruiter = await logIn();
      const { interview_id } = await prepare(recruiter);
      return send(recruiter, interview_id);
    };
  const none = async () => ({ interview_id: nobody });
  const created = async (recruiter: Recruiter) => (await recruiter.create(newInterview())).ok();
  const linked = (recruiter: Recruiter) => invite(stack, recruiter);
  const started = (recruiter: Recruiter) => begin(stack, recruiter);
  const completed = (recruiter: Recruiter) => finish(stack, recruiter);
  const cancelled = async (recruiter: Recruiter) => {
    const { interview_id } = await created(recruiter);
    return (await recruiter.cancel(interview_id)).ok();
  };
  const crowded = async (recruiter: Recruiter) => {
    const made = await created(recruiter);
    crowd();
    return made;
  };
  const review = { decision: 'hold', reason: 'To be seen.' };
  const handle = (recruiter: Recruiter, interview_id: string, accommodation_id = nobody) =>
    api.call('handleAccommodation', {
      access: recruiter.access,
      params: { interview_id, accommodation_id },
      body: { handled: true },
    });
  return {
    updateInterview: {
      interview_not_found: on(none, change),
      kit_not_found: on(created, (who, id) => change(who, id, { kit_id: nobody })),
      kit_archived: on(created, async (who, id) => {
        const { access } = who;
        const body = newKit({ job_title: 'Archivist' });
        const { kit_id } = (await api.call('createKit', { access, body })).ok();
        const request = { access, params: { kit_id }, body: { archived: true } };
        (await api.call('archiveKit', request)).ok();
        return change(who, id, { kit_id });
      }),
      interview_started: on(started, (who, id) => change(who, id, { candidate_name: 'Other' })),
      interview_completed: on(completed, change),
      interview_cancelled: on(cancelled, change),
      has_link: on(linked, (who, id) => change(who, id, { job_title: 'Nurse' })),
      update_conflict: on(created, (who, id) =>
        change(who, id, { ...later, if_updated_at: inMinutes(-60) }),
      ),
      conflict: on(crowded, change),
    },
    cancelInterview: {
      interview_not_found: on(none, (who, id) => who.cancel(id)),
      interview_completed: on(completed, (who, id) => who.cancel(id)),
      conflict: on(crowded, (who, id) => who.cancel(id)),
    },
    reviewInterview: {
      interview_not_found: on(none, (who, id) => who.review(id, review)),
      not_completed: on(started, (who, id) => who.review(id, review)),
      too_many_requests: on(completed, async (who, id) => {
        await stack.table.changeInterview(id, { reviews: 50 });
        return who.review(id, review);
      }),
      conflict: on(completed, (who, id) => {
        crowd();
        return who.review(id, review);
      }),
    },
    handleAccommodation: {
      interview_not_found: on(none, handle),
      not_found: on(created, handle),
      conflict: async () => {
        const recruiter = await logIn();
        const { ask, interview_id } = await linked(recruiter);
        const { accommodation_id } = (await ask('More time, please.')).ok();
        crowd();
        return handle(recruiter, interview_id, accommodation_id);
      },
    },
  };
};
