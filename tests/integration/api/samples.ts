import { randomUUID } from 'node:crypto';
import { machineScopes } from '../../../shared/http/caller.ts';
import {
  administrator,
  type EndpointName,
  type Recruiter,
  type Request,
} from '../../support/client.ts';
import { begin, finish, newInterview, newKit } from '../../support/interviews.ts';
import type { TestStack } from '../../support/stack.ts';

/** Somebody who has a code for a new password. */
const aReset = async ({ users }: Pick<TestStack, 'users'>) => {
  const email = `${randomUUID()}@example.com`;
  await users.create(email, 'forgotten-1');
  return { email, code: await users.code(email), new_password: 'not forgotten' };
};

/**
 * A request for every row that succeeds, and succeeds again when it is repeated: for an interview
 * in progress, or a completed one if the row needs that.
 */
export const sampleRequests = async (
  stack: Pick<TestStack, 'api' | 'cognito' | 'users' | 'mails'>,
  recruiter: Recruiter,
): Promise<Record<EndpointName, Request>> => {
  const { api } = stack;
  const { refresh } = (await api.call('login', { body: administrator })).ok();
  const client = await stack.cognito.createMachineClient('sample', Object.values(machineScopes));
  const { interview_id, session_id, link_token, questions } = await begin(stack, recruiter);
  const done = await finish(stack, recruiter);
  const { access } = recruiter;
  const [first, second] = questions.map(({ id }) => id);
  const ids = { session_id, link_token };
  // Regenerating would invalidate the token of all the others.
  const other = await begin(stack, recruiter);
  const erased = await begin(stack, recruiter);
  const cancelled = (await recruiter.create(newInterview())).ok();
  const asked = { body: { link_token, kind: 'more_time', message: 'Please.' } };
  const { accommodation_id } = (await api.call('requestAccommodation', asked)).ok();
  const kit = (await api.call('createKit', { access, body: newKit() })).ok();
  const revised = (await api.call('createKit', { access, body: newKit() })).ok();
  const params = { kit_id: kit.kit_id };
  const { password } = administrator;
  // A code is good for one password.
  const resets = await Promise.all([1, 2, 3].map(() => aReset(stack)));
  const invited = { email: `${randomUUID()}@example.com`, name: 'Noor Haddad', role: 'recruiter' };
  const { user_id } = (await api.call('inviteUser', { access, body: invited })).ok();
  return {
    readHealth: {},
    readSchema: {},
    login: { body: administrator },
    refreshLogin: { body: { refresh } },
    issueToken: { body: client },
    logout: { body: { refresh: 'none of ours' } },
    forgotPassword: { body: { email: 'nobody@example.com' } },
    get resetPassword() {
      return { body: resets.length > 1 ? resets.shift() : resets[0] };
    },
    changePassword: { access, body: { password, new_password: password } },
    listUsers: { access },
    inviteUser: { access, body: invited },
    updateUser: { access, params: { user_id }, body: { name: 'Noor Haddad' } },
    createInterview: { access, body: newInterview() },
    createInterviews: { access, body: { interviews: [newInterview()] } },
    listInterviews: { access },
    reportInterviews: { access },
    getInterview: { access, params: { interview_id } },
    exportInterview: { access, params: { interview_id } },
    listAudit: { access, params: { interview_id } },
    updateInterview: { access, params: { interview_id }, body: { decision_by: '2030-01-01' } },
    cancelInterview: { access, params: { interview_id: cancelled.interview_id } },
    reviewInterview: {
      access,
      params: { interview_id: done.interview_id },
      body: { decision: 'advance', reason: 'Clear cases.' },
    },
    handleAccommodation: {
      access,
      params: { interview_id, accommodation_id },
      body: { handled: true },
    },
    generateLink: { access, params: { interview_id } },
    getLink: { access, params: { interview_id } },
    regenerateLink: { access, params: { interview_id: other.interview_id } },
    eraseInterview: { access, params: { interview_id: erased.interview_id } },
    closeInterview: { access, params: { interview_id: done.interview_id } },
    reEvaluateInterview: { access, params: { interview_id: done.interview_id } },
    createKit: { access, body: newKit() },
    listKits: { access },
    getKit: { access, params },
    reviseKit: {
      access,
      params: { kit_id: revised.kit_id },
      body: { version: 1, questions: revised.questions },
    },
    approveKit: { access, params, body: { version: 1 } },
    archiveKit: { access, params, body: { archived: false } },
    speakQuestion: {
      access,
      params,
      body: { version: 1, question_id: kit.questions[0]?.id },
    },
    openInterview: { params: { token: link_token } },
    viewInterview: { body: { link_token } },
    startInterview: { body: { interview_id, link_token } },
    saveDraft: { body: { ...ids, question_id: second, text: 'Half a sentence', version: 1 } },
    requestAccommodation: asked,
    submitResponse: { body: { ...ids, question_id: first, response_text: 'The whole answer.' } },
    completeInterview: { body: { session_id: done.session_id, link_token: done.link_token } },
  };
};
