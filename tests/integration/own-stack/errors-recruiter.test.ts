import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it, vi } from 'vitest';
import { startCognito } from '../../../local/cognito/cognito.ts';
import { conflictFor } from '../../../local/dynamodb/fault.ts';
import { InjectedFault } from '../../../local/wire/fault.ts';
import {
  administrator,
  type EndpointName,
  endpointNames,
  type Recruiter,
  rows,
} from '../../support/client.ts';
import {
  begin,
  finish,
  inMinutes,
  newInterview,
  newKit,
  recruiterRows,
} from '../../support/interviews.ts';
import { startTestStack } from '../../support/stack.ts';
import {
  alwaysLose,
  type Cases,
  expectErrorForm,
  spendBudget,
  testEveryError,
} from '../api/refusals.ts';
import { sampleRequests } from '../api/samples.ts';
import { changeCases } from './changes-cases.ts';

const hour = 3_600_000;
const day = 24 * hour;

// Before the functions are loaded: they keep `Date.now` as it is then.
vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
const stack = await startTestStack();
const { api, table } = stack;
const early = await api.logIn();
// Access tokens last an hour: this one has expired by the time of the tests.
vi.setSystemTime(Date.now() + hour + 1000);
const recruiter = await api.logIn();
const samples = await sampleRequests(stack, recruiter);

/** All tokens that Cognito returns at a login, including the ID token. */
const tokensOf = async ({ endpoint, clientId }: { endpoint: string; clientId: string }) => {
  const cognito = new CognitoIdentityProviderClient({ endpoint });
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: clientId,
      AuthParameters: { USERNAME: administrator.email, PASSWORD: administrator.password },
    }),
  );
  cognito.destroy();
  return AuthenticationResult ?? {};
};

/** An access token of the same form, signed by another pool's key. */
const foreignToken = async () => {
  const other = await startCognito({ folder: null });
  const { ensureAdministrator } = await import('../../../local/administrator.ts');
  await ensureAdministrator(other.endpoint, other.userPoolId);
  const { AccessToken } = await tokensOf(other);
  await other.close();
  return AccessToken ?? '';
};

const own = await tokensOf(stack.cognito);
const tampered = (token: string) => {
  const [header, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...claims, sub: 'someone-else' }));
  return [header, changed.toString('base64url'), signature].join('.');
};
const unsigned = (token: string) => {
  const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
  return `${header}.${token.split('.')[1]}.`;
};

const badTokens: Record<string, string | undefined> = {
  'no token': undefined,
  'an empty one': '',
  garbage: 'not.a.token',
  'a link token': String(samples.openInterview.params?.token),
  'an expired one': early.access,
  "another pool's": await foreignToken(),
  'an ID token': own.IdToken,
  'a refresh token': own.RefreshToken,
  'one with changed claims': tampered(recruiter.access),
  'one without a signature': unsigned(recruiter.access),
};

describe('a row for recruiters', () => {
  const called = recruiterRows.flatMap((name) =>
    Object.keys(badTokens).map((what) => ({ name, what })),
  );
  it.each(called)('$name refuses $what', async ({ name, what }) => {
    const { access: _, ...request } = samples[name];
    const access = badTokens[what];

    const reply = await api.call(name, { ...request, ...(access !== undefined && { access }) });

    expectErrorForm(reply, 401, 'unauthorized');
  });

  const guest = { email: 'guest@example.com', password: 'a-long-password-1' };
  const asGuest = stack.users
    .create(guest.email, guest.password, { group: 'guests' })
    .then(() => api.logIn(guest));
  it.each(recruiterRows)('%s refuses an account without a role', async (name) => {
    const { access } = await asGuest;

    const reply = await api.call(name, { ...samples[name], access });

    expectErrorForm(reply, 403, 'forbidden');
  });

  it.each(['recruiter', 'admin'])('lets a member of the group %s in', async (group) => {
    const account = { email: `${group}.2@example.com`, password: 'a-long-password-1' };
    await stack.users.create(account.email, account.password, { group });
    const { access } = await api.logIn(account);

    const reply = await api.call('getInterview', { ...samples.getInterview, access });

    expect(reply.status).toBe(200);
  });
});

describe('logging in', () => {
  it.each([
    ['an unknown address', { email: 'nobody@example.com', password: 'admin123' }],
    ['a wrong password', { ...administrator, password: 'admin124' }],
    [
      'an address in other letters and a wrong password',
      { email: 'ADMIN@example.com', password: 'x' },
    ],
    ['an invalid address', { email: 'admin', password: 'admin123' }],
  ])('is refused with the same bytes for %s', async (_, body) => {
    const reply = await api.call('login', { body });

    expect(reply.status).toBe(401);
    expect(reply.text).toBe('{"error":"Invalid email or password","code":"invalid_credentials"}');
  });

  it('asks for a new password in place of a temporary one, refuses a weak one, then works', async () => {
    const account = { email: 'first@example.com', password: 'temporary-1' };
    await stack.users.create(account.email, account.password, { permanent: false, group: 'admin' });
    const logIn = (more: object) => api.call('login', { body: { ...account, ...more } });

    const asked = await logIn({});
    const weak = await logIn({ new_password: 'abc' });
    const done = await logIn({ new_password: 'my own long password' });
    const later = await api.call('login', {
      body: { ...account, password: 'my own long password' },
    });

    expectErrorForm(asked, 401, 'new_password_required');
    expectErrorForm(weak, 400, 'invalid_input');
    expect(weak.refusal().issues?.[0]?.path).toBe('new_password');
    expect(done.ok()).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(later.status).toBe(200);
  });

  it('returns a new access token for the refresh token, and none for an access token', async () => {
    const { refresh, access } = (await api.call('login', { body: administrator })).ok();

    const renewed = (await api.call('refreshLogin', { body: { refresh } })).ok();
    const refused = await api.call('refreshLogin', { body: { refresh: access } });

    expect(renewed.expires_in).toBe(3600);
    const read = { ...samples.getInterview, access: renewed.access };
    expect((await api.call('getInterview', read)).status).toBe(200);
    expectErrorForm(refused, 401, 'invalid_credentials');
  });

  it('reports that Cognito is busy, and when a retry can help', async () => {
    stack.hear((service) => {
      if (service === 'cognito') throw new InjectedFault('throttle');
    });

    const reply = await api.call('login', { body: administrator });

    expectErrorForm(reply, 429, 'throttled');
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('a service that is broken', () => {
  const broken = endpointNames.filter((name) => rows[name].uses.length > 0);
  it('leads to a plain 500 of every row with a request id', async () => {
    stack.hear((service) => {
      if (service === 'dynamodb' || service === 'cognito') throw new InjectedFault('unavailable');
    });

    // Most of the time of each is spent in waiting to try again.
    const replies = await Promise.all(
      broken.map((name) => {
        // Under a key, a batch reads before its rows, which would else fail one by one.
        const headers = rows[name].idempotent && { 'Idempotency-Key': 'unavailable' };
        return api.call(name, { ...samples[name], ...(headers && { headers }) });
      }),
    );

    for (const [n, reply] of replies.entries()) {
      expect([broken[n], reply.status]).toEqual([broken[n], 500]);
      expectErrorForm(reply, 500, 'internal_error');
      expect(Object.keys(reply.refusal()).toSorted()).toEqual(['code', 'error', 'request_id']);
    }
  });
});

let jobs = 0;
/** A job that has no kit yet, so that a model is needed. */
const unknownJob = () => ({ job_title: `Job without a kit ${++jobs}` });
const nobody = '4b1f0f0e-7a9c-4f5e-9d5b-0d9a3a4f6c11';
let login = { at: Date.now(), recruiter };
/** A login that is valid at the time of the test: hashing a password for each takes long. */
const logIn = async () => {
  if (Date.now() - login.at >= hour) login = { at: Date.now(), recruiter: await api.logIn() };
  return login.recruiter;
};
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
    const interview_id = await created(recruiter, unknownJob());
    stack.bedrock.setFault('access_denied');
    return recruiter[name](interview_id);
  },
  budget_reached: async () => {
    vi.setSystemTime(Date.now() + day);
    await spendBudget(stack, Date.now());
    const recruiter = await logIn();
    const refused = await recruiter[name](await created(recruiter, unknownJob()));
    vi.setSystemTime(Date.now() + day);
    return refused;
  },
});

/** Others are always under way with the same items when this is written. */
const crowd = () =>
  stack.hear((service, operation, input) => {
    if (service === 'dynamodb' && operation === 'TransactWriteItems') throw conflictFor(input);
  });

/** A kit of a job of its own. */
const kit = async (access: string) =>
  (await api.call('createKit', { access, body: newKit(unknownJob()) })).ok();

/** The refusals of an endpoint of one kit. */
const unknownKit = (
  name: 'getKit' | 'reviseKit' | 'approveKit' | 'archiveKit' | 'speakQuestion',
) => ({
  kit_not_found: async () => {
    const { access } = await logIn();
    return api.call(name, { ...samples[name], access, params: { kit_id: nobody } });
  },
});

const crowdedKit = (name: 'reviseKit' | 'approveKit' | 'archiveKit', body: object) => ({
  conflict: async () => {
    const { access } = await logIn();
    const { kit_id, questions } = await kit(access);
    crowd();
    return api.call(name, {
      access,
      params: { kit_id },
      body: name === 'reviseKit' ? { version: 1, questions } : body,
    });
  },
});

/** A request for the cookie that none of our pages has sent. */
const foreignPage =
  (name: EndpointName, body: object = {}) =>
  () =>
    api.call(name, {
      body: { ...body, session: 'cookie' },
      headers: { origin: 'https://x.example' },
    });

/** A change of one's own password. */
const change = async (body: object) => {
  const { access } = await logIn();
  return api.call('changePassword', {
    access,
    body: { password: administrator.password, new_password: 'a longer one', ...body },
  });
};

const erase = ({ access }: Recruiter, interview_id: string) =>
  api.call('eraseInterview', { access, params: { interview_id } });

const cases: Cases = {
  ...changeCases(stack, logIn, crowd),
  logout: { forbidden: foreignPage('logout') },
  resetPassword: {
    invalid_code: () =>
      api.call('resetPassword', {
        body: { email: administrator.email, code: '000000', new_password: 'a longer one' },
      }),
    weak_password: () =>
      api.call('resetPassword', {
        body: { email: administrator.email, code: '000000', new_password: 'short' },
      }),
  },
  changePassword: {
    invalid_credentials: () => change({ password: 'not the one' }),
    weak_password: () => change({ new_password: 'short' }),
  },
  listUsers: {
    invalid_cursor: async () => {
      const { access } = await logIn();
      return api.call('listUsers', { access, query: { cursor: 'AQ' } });
    },
  },
  updateUser: {
    user_not_found: async () => {
      const { access } = await logIn();
      const request = { access, params: { user_id: nobody }, body: { enabled: false } };
      return api.call('updateUser', request);
    },
    conflict: async () => {
      const { access } = await logIn();
      const { items } = (await api.call('listUsers', { access })).ok();
      const { user_id = '' } = items.find(({ role }) => role === 'admin') ?? {};
      // Imported late: it loads the logger, which then keeps its level.
      const { changingAdmins } = await import('../../../shared/table/leases.ts');
      await table.put({ ...changingAdmins, lease_by: 'another', lease_until: Date.now() + 20_000 });
      return api.call('updateUser', { access, params: { user_id }, body: { enabled: false } });
    },
  },
  createKit: {
    conflict: async () => {
      const { access } = await logIn();
      crowd();
      return api.call('createKit', { access, body: newKit(unknownJob()) });
    },
    ai_unavailable: async () => {
      const { access } = await logIn();
      stack.bedrock.setFault('access_denied');
      return api.call('createKit', { access, body: newKit(unknownJob()) });
    },
    budget_reached: async () => {
      vi.setSystemTime(Date.now() + day);
      await spendBudget(stack, Date.now());
      const { access } = await logIn();
      const refused = await api.call('createKit', { access, body: newKit(unknownJob()) });
      vi.setSystemTime(Date.now() + day);
      return refused;
    },
  },
  listKits: {
    invalid_cursor: async () => {
      const { access } = await logIn();
      return api.call('listKits', { access, query: { cursor: 'AQ' } });
    },
  },
  getKit: unknownKit('getKit'),
  reviseKit: {
    ...unknownKit('reviseKit'),
    ...crowdedKit('reviseKit', {}),
    version_conflict: async () => {
      const { access } = await logIn();
      const { kit_id, questions } = await kit(access);
      const request = { access, params: { kit_id } };
      const [first, ...rest] = questions;
      const changed = [{ ...first, text: 'Asked in another way?' }, ...rest];
      (await api.call('reviseKit', { ...request, body: { version: 1, questions: changed } })).ok();
      return api.call('reviseKit', { ...request, body: { version: 1, questions } });
    },
  },
  approveKit: { ...unknownKit('approveKit'), ...crowdedKit('approveKit', { version: 1 }) },
  archiveKit: { ...unknownKit('archiveKit'), ...crowdedKit('archiveKit', { archived: true }) },
  speakQuestion: {
    ...unknownKit('speakQuestion'),
    conflict: async () => {
      const { access } = await logIn();
      const { kit_id, questions } = await kit(access);
      stack.setVoice(true);
      crowd();
      const body = { version: 1, question_id: questions[0]?.id };
      return api.call('speakQuestion', { access, params: { kit_id }, body });
    },
  },
  createInterview: {
    interview_not_found: async () => {
      const { access } = await logIn();
      const headers = { 'Idempotency-Key': 'erased since' };
      const send = () => api.call('createInterview', { access, headers, body });
      const body = newInterview();
      await table.remove((await send()).ok().interview_id);
      return send();
    },
    kit_not_found: async () => (await logIn()).create(newInterview({ kit_id: nobody })),
    kit_archived: async () => {
      const recruiter = await logIn();
      const { kit_id } = await kit(recruiter.access);
      const request = { access: recruiter.access, params: { kit_id } };
      (await api.call('archiveKit', { ...request, body: { archived: true } })).ok();
      return recruiter.create(newInterview({ kit_id }));
    },
    conflict: async () => {
      const recruiter = await logIn();
      crowd();
      return recruiter.create(newInterview());
    },
  },
  login: {
    invalid_credentials: () =>
      api.call('login', { body: { ...administrator, password: 'admin1234' } }),
    new_password_required: async () => {
      const account = { email: 'new@example.com', password: 'temporary-1' };
      await stack.users.create(account.email, account.password, { permanent: false });
      return api.call('login', { body: account });
    },
    forbidden: foreignPage('login', administrator),
  },
  refreshLogin: {
    forbidden: foreignPage('refreshLogin'),
    invalid_credentials: () => api.call('refreshLogin', { body: { refresh: 'unknown' } }),
  },
  issueToken: {
    invalid_client: () =>
      api.call('issueToken', { body: { client_id: 'unknown', client_secret: 'x' } }),
  },
  listInterviews: {
    invalid_cursor: async () => {
      const { access } = await logIn();
      return api.call('listInterviews', { access, query: { cursor: 'AQ' } });
    },
  },
  getInterview: { interview_not_found: async () => (await logIn()).read(nobody) },
  exportInterview: {
    interview_not_found: async () => {
      const { access } = await logIn();
      return api.call('exportInterview', { access, params: { interview_id: nobody } });
    },
  },
  listAudit: {
    interview_not_found: async () => {
      const { access } = await logIn();
      return api.call('listAudit', { access, params: { interview_id: nobody } });
    },
    invalid_cursor: async () => {
      const { access } = await logIn();
      return api.call('listAudit', { ...samples.listAudit, access, query: { cursor: 'AQ' } });
    },
  },
  generateLink: linkMaking('generate'),
  regenerateLink: linkMaking('regenerate'),
  getLink: {
    link_not_found: async () => {
      const recruiter = await logIn();
      return recruiter.getLink(await created(recruiter));
    },
  },
  eraseInterview: {
    interview_not_found: async () => erase(await logIn(), nobody),
    legal_hold: async () => {
      const recruiter = await logIn();
      const interview_id = await created(recruiter);
      await table.changeInterview(interview_id, { legal_hold: true });
      return erase(recruiter, interview_id);
    },
    conflict: async () => {
      const recruiter = await logIn();
      const interview_id = await created(recruiter);
      crowd();
      return erase(recruiter, interview_id);
    },
  },
  closeInterview: {
    interview_not_found: async () => (await logIn()).close(nobody),
    not_started: async () => {
      const recruiter = await logIn();
      return recruiter.close(await created(recruiter));
    },
    interview_cancelled: async () => {
      const recruiter = await logIn();
      const interview_id = await created(recruiter);
      await table.changeInterview(interview_id, { status: 'cancelled' });
      return recruiter.close(interview_id);
    },
    conflict: async () => {
      const recruiter = await logIn();
      const { interview_id } = await begin(stack, recruiter);
      crowd();
      return recruiter.close(interview_id);
    },
  },
  reEvaluateInterview: {
    interview_not_found: async () => (await logIn()).evaluate(nobody),
    not_completed: async () => {
      const recruiter = await logIn();
      const { interview_id } = await begin(stack, recruiter, { starts_at: inMinutes(0) });
      return recruiter.evaluate(interview_id);
    },
    too_many_requests: async () => {
      const recruiter = await logIn();
      const { interview_id } = await finish(stack, recruiter);
      const [first] = await stack.table.itemsOf(interview_id, 'EVALUATION');
      await stack.table.put({ ...first, sk: 'EVALUATION#20', version: 20 });
      return recruiter.evaluate(interview_id);
    },
    conflict: async () => {
      const recruiter = await logIn();
      const { interview_id } = await finish(stack, recruiter);
      crowd();
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

// Last, because some of them move the clock forward, after which the logins above have expired.
testEveryError(
  endpointNames.filter((name) => rows[name].access !== 'candidate'),
  cases,
  // See approved-kits.test.ts.
  ['generateLink kit_not_approved', 'regenerateLink kit_not_approved'],
);
