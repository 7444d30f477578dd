import { describe, expect, it, vi } from 'vitest';
import { conflictFor } from '../../../local/dynamodb/fault.ts';
import { currentNotice } from '../../../shared/domain/notice/versions.ts';
import { type Candidate, endpointNames, type Reply, rows } from '../../support/client.ts';
import { answerAll, begin, finish, inMinutes, invite } from '../../support/interviews.ts';
import { startTestStack } from '../../support/stack.ts';
import { alwaysLose, type Cases, expectErrorForm, testEveryError } from '../api/refusals.ts';

vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
// Unlike in all other tests, this deployment requires the notice on the use of AI.
const stack = await startTestStack({ requireNotice: true });
const { api, table } = stack;
const recruiter = await api.logIn();

const accepted = { notice_version: currentNotice };
type Way = (candidate: Candidate & { question_id: string }) => Promise<Reply>;

const invited = async (over: object = {}) => ({
  ...(await invite(stack, recruiter, over)),
  question_id: '00000000-0000-4000-8000-000000000001',
});
const started = async (over: object = {}) => {
  const candidate = await begin(stack, recruiter, over, accepted);
  return { ...candidate, question_id: candidate.questions[0]?.id ?? '' };
};
const finished = async () => {
  const candidate = await finish(stack, recruiter, {}, accepted);
  return { ...candidate, question_id: candidate.questions[0]?.id ?? '' };
};
const cancelled = async () => {
  const candidate = await started();
  await table.changeInterview(candidate.interview_id, { status: 'cancelled' });
  return candidate;
};

/** The token with one character changed. */
const forged = (link: Candidate & { question_id: string }) => {
  const { interview_id, session_id, link_token, question_id } = link;
  const changed = `${link_token.slice(0, 60)}${link_token[60] === 'A' ? 'B' : 'A'}${link_token.slice(61)}`;
  const other = api.candidate({ interview_id, ai_session_id: session_id, link_token: changed });
  return { ...other, question_id };
};

const tokens = (way: Way) => ({
  link_invalid: async () => way(forged(await started())),
  link_replaced: async () => {
    const candidate = await started();
    (await recruiter.regenerate(candidate.interview_id)).ok();
    return way(candidate);
  },
  interview_cancelled: async () => way(await cancelled()),
});

const times = (way: Way) => ({
  link_not_open: async () => way(await invited({ starts_at: inMinutes(60) })),
  link_expired: async () =>
    way(await invited({ starts_at: inMinutes(-300), ends_at: inMinutes(-240) })),
});

/** Other writes to the same items are always under way during this one. */
const crowded =
  (way: Way, candidateOf: () => ReturnType<typeof invited> = started) =>
  async () => {
    const candidate = await candidateOf();
    stack.hear((service, operation, input) => {
      if (service === 'dynamodb' && operation === 'TransactWriteItems') throw conflictFor(input);
    });
    return way(candidate);
  };
/** The interview changes between each read and the write after it. */
const overtaken = (way: Way) => async () => {
  const candidate = await started();
  alwaysLose(stack, candidate.interview_id, 'in_progress');
  return way(candidate);
};

const open: Way = ({ open }) => open();
const view: Way = ({ view }) => view();
const start: Way = ({ start }) => start(accepted);
const draft: Way = ({ draft, question_id }) => draft(question_id, 'Half a', 1);
const submit: Way = ({ submit, question_id }) => submit('Another answer than before.', question_id);
const complete: Way = ({ complete }) => complete();
const accommodation: Way = ({ ask }) => ask('More time, please.');

const cases: Cases = {
  openInterview: { ...tokens(open), ...times(open) },
  viewInterview: { ...tokens(view), ...times(view) },
  startInterview: {
    ...tokens(start),
    ...times(start),
    notice_required: async () => (await invited()).start(),
    conflict: crowded(start, () => invited()),
  },
  saveDraft: {
    ...tokens(draft),
    ...times(draft),
    already_answered: async () => {
      const candidate = await started();
      (await submit(candidate)).ok();
      return draft(candidate);
    },
    draft_outdated: async () => {
      const candidate = await started();
      (await candidate.draft(candidate.question_id, 'Half a sentence', 2)).ok();
      return draft(candidate);
    },
    interview_completed: async () => draft(await finished()),
    not_started: async () => {
      const candidate = await invited();
      const [first] = (await recruiter.read(candidate.interview_id)).ok().questions;
      return draft({ ...candidate, question_id: first?.id ?? '' });
    },
    conflict: crowded(draft),
  },
  requestAccommodation: {
    ...tokens(accommodation),
    link_expired: async () =>
      accommodation(await invited({ starts_at: inMinutes(-1_800), ends_at: inMinutes(-1_700) })),
    interview_completed: async () => accommodation(await finished()),
    too_many_requests: async () => {
      const candidate = await invited();
      for (let n = 1; n <= 5; n++) (await candidate.ask(`Wish ${n}`)).ok();
      return accommodation(candidate);
    },
    conflict: crowded(accommodation),
  },
  submitResponse: {
    ...tokens(submit),
    ...times(submit),
    already_answered: async () => {
      const candidate = await started();
      (await candidate.submit('The first answer.')).ok();
      return submit(candidate);
    },
    interview_completed: async () => {
      const candidate = await started();
      (await candidate.complete()).ok();
      return submit(candidate);
    },
    not_started: async () => submit(await invited()),
    conflict: crowded(submit),
  },
  completeInterview: {
    ...tokens(complete),
    ...times(complete),
    not_started: async () => complete(await invited()),
    conflict: overtaken(complete),
  },
};

testEveryError(
  endpointNames.filter((name) => rows[name].access === 'candidate'),
  cases,
);

describe('a deployment that requires the notice', () => {
  it('starts no interview without it, and returns the version that it requires', async () => {
    const { view, start, interview_id } = await invite(stack, recruiter);

    const told = (await view()).ok().notice;
    const refused = await start();

    expect(told).toEqual({ version: currentNotice, required: true });
    expectErrorForm(refused, 403, 'notice_required');
    expect(refused.refusal().notice_version).toBe(currentNotice);
    expect((await recruiter.read(interview_id)).ok().status).toBe('scheduled');
  });

  it('asks for it once: what was accepted at the start is valid to the end', async () => {
    const candidate = await invite(stack, recruiter);
    (await candidate.start({ notice_version: currentNotice })).ok();

    await answerAll(candidate);
    const completed = (await candidate.complete()).ok();

    const { session } = (await recruiter.read(candidate.interview_id)).ok();
    expect(completed.status).toBe('completed');
    expect(session?.notice?.version).toBe(currentNotice);
  });
});
