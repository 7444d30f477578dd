import { vi } from 'vitest';
import { InjectedFault } from '../../../local/wire/fault.ts';
import { administrator, endpointNames, type Recruiter, rows } from '../../support/client.ts';
import { begin, finish, inMinutes, newInterview } from '../../support/interviews.ts';
import { startTestStack } from '../../support/stack.ts';
import { alwaysLose, type Cases, spendBudget, testEveryError } from './refusals.ts';

const day = 86_400_000;

// Before the functions are loaded: they keep `Date.now` as it is then.
vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
const stack = await startTestStack();
const { api, table } = stack;

const nobody = '4b1f0f0e-7a9c-4f5e-9d5b-0d9a3a4f6c11';
const logIn = () => api.logIn();
const created = async (recruiter: Recruiter, over: object = {}) =>
  (await recruiter.create(newInterview(over))).ok().interview_id;

/** The refusals that generate-link and regenerate-link have in common. */
const linkMaking = (name: 'generate' | 'regenerate') => ({
  interview_not_found: async () => (await logIn())[name](nobody),
  interview_not_scheduled: async () => {
    const recruiter = await logIn();
    return recruiter[name](await created(recruiter, { starts_at: null }));
  },
  interview_not_ai: async () => {
    const recruiter = await logIn();
    return recruiter[name](await created(recruiter, { ai_interview_type: null }));
  },
  interview_completed: async () => {
    const recruiter = await logIn();
    const { interview_id } = await finish(stack, recruiter);
    return recruiter[name](interview_id);
  },
  interview_cancelled: async () => {
    const recruiter = await logIn();
    const interview_id = await created(recruiter);
    await table.changeInterview(interview_id, { status: 'cancelled' });
    return recruiter[name](interview_id);
  },
  conflict: async () => {
    const recruiter = await logIn();
    const interview_id = await created(recruiter);
    alwaysLose(stack, interview_id, 'scheduled');
    return recruiter[name](interview_id);
  },
  ai_unavailable: async () => {
    const recruiter = await logIn();
    const interview_id = await created(recruiter);
    stack.bedrock.setFault('access_denied');
    return recruiter[name](interview_id);
  },
  budget_reached: async () => {
    vi.setSystemTime(Date.now() + day);
    await spendBudget(stack, Date.now());
    const recruiter = await logIn();
    const refused = await recruiter[name](await created(recruiter));
    vi.setSystemTime(Date.now() + day);
    return refused;
  },
});

const cases: Cases = {
  login: {
    invalid_credentials: () =>
      api.call('login', { body: { ...administrator, password: 'admin1234' } }),
    new_password_required: async () => {
      const account = { email: 'new@example.com', password: 'temporary-1' };
      await stack.users.create(account.email, account.password, { permanent: false });
      return api.call('login', { body: account });
    },
  },
  refreshLogin: {
    invalid_credentials: () => api.call('refreshLogin', { body: { refresh: 'none of ours' } }),
  },
  getInterview: { interview_not_found: async () => (await logIn()).read(nobody) },
  generateLink: linkMaking('generate'),
  regenerateLink: linkMaking('regenerate'),
  getLink: {
    link_not_found: async () => {
      const recruiter = await logIn();
      return recruiter.getLink(await created(recruiter));
    },
  },
  reEvaluateInterview: {
    interview_not_found: async () => (await logIn()).evaluate(nobody),
    not_completed: async () => {
      const recruiter = await logIn();
      const { interview_id } = await begin(stack, recruiter, { starts_at: inMinutes(0) });
      return recruiter.evaluate(interview_id);
    },
    unavailable: async () => {
      const recruiter = await logIn();
      const { interview_id } = await finish(stack, recruiter);
      stack.hear((service) => {
        if (service === 'sqs') throw new InjectedFault('access-denied');
      });
      return recruiter.evaluate(interview_id);
    },
  },
};

testEveryError(
  endpointNames.filter((name) => rows[name].access !== 'candidate'),
  cases,
);
