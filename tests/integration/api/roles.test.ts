import { describe, expect, it } from 'vitest';
import { type EndpointRow, needsLogin } from '../../../shared/contract/endpoint-row.ts';
import { machineScopes } from '../../../shared/http/caller.ts';
import { endpointNames, rows } from '../../support/client.ts';
import { invite, newInterview, newKit } from '../../support/interviews.ts';
import { sharedTestStack } from '../../support/stack.ts';

const stack = await sharedTestStack();
const { api, cognito } = stack;
const administrator = await api.logIn();

const account = { email: 'roles@example.com', password: 'a-long-password-1' };
await stack.users.create(account.email, account.password, { group: 'recruiter' });
const { read, write } = machineScopes;
const reading = await cognito.createMachineClient('roles-read', [read]);
const writing = await cognito.createMachineClient('roles-write', [read, write]);
const tokenOf = async (body: object) => (await api.call('issueToken', { body })).ok().access;

const machine = { access: await tokenOf(writing) };

type Verdict = 'unauthorized' | 'forbidden' | 'allowed';
type Judge = (row: EndpointRow) => Verdict;
const only =
  (may: (row: EndpointRow) => boolean): Judge =>
  (row) =>
    !needsLogin(row.access) || may(row) ? 'allowed' : 'forbidden';
const withoutLogin: Judge = ({ access }) => (needsLogin(access) ? 'unauthorized' : 'allowed');

/** Each kind of caller, with its token and what it may. */
const callers: Readonly<Record<string, { access?: string; judge: Judge }>> = {
  'an admin': { access: administrator.access, judge: only(() => true) },
  'a recruiter': {
    access: (await api.logIn(account)).access,
    judge: only(({ access }) => access !== 'admin'),
  },
  'a machine that reads': {
    access: await tokenOf(reading),
    judge: only(({ access, method }) => access === 'recruiter' && method === 'GET'),
  },
  'a machine that writes': { ...machine, judge: only(({ access }) => access === 'recruiter') },
  'a machine that writes, with a token to read': {
    access: await tokenOf({ ...writing, scope: read }),
    judge: only(({ access, method }) => access === 'recruiter' && method === 'GET'),
  },
  'a candidate with the link’s token': {
    access: (await invite(stack, administrator)).link_token,
    judge: withoutLogin,
  },
  nobody: { judge: withoutLogin },
};

describe('who may call what', () => {
  it.each(Object.keys(callers))('of all rows, %s reaches those of the role', async (caller) => {
    const { access, judge } = callers[caller] ?? { judge: withoutLogin };
    const wanted = Object.fromEntries(endpointNames.map((name) => [name, judge(rows[name])]));

    const found: Record<string, Verdict> = {};
    for (const name of endpointNames) {
      // Nobody's ids and an empty body: who is let in gets no further.
      const ids = [...rows[name].path.matchAll(/\{(\w+)\}/g)].map(([, id = '']) => id);
      const params = Object.fromEntries(ids.map((id) => [id, crypto.randomUUID()]));
      const reply = await api.call(name, {
        params,
        ...(access !== undefined && { access }),
        ...(rows[name].method !== 'GET' && { body: {} }),
      });
      const { code } = reply.status < 400 ? {} : reply.refusal();
      const refused = code === 'unauthorized' || code === 'forbidden';
      if (refused) expect(reply.status).toBe(code === 'forbidden' ? 403 : 401);
      found[name] = refused ? code : 'allowed';
    }

    expect(found).toEqual(wanted);
  });
});

describe('a machine client', () => {
  it('is named by its id in the audit and in the versions of kits', async () => {
    const body = newInterview({ job_title: 'Made by a machine' });
    const { interview_id } = (await api.call('createInterview', { ...machine, body })).ok();
    const kit = (await api.call('createKit', { ...machine, body: newKit(body) })).ok();

    const read = (await api.call('getInterview', { ...machine, params: { interview_id } })).ok();

    const by = `machine:${writing.client_id}`;
    expect(read.audit.map(({ event, actor, actor_name }) => [event, actor, actor_name])).toEqual([
      ['interview_created', by, writing.client_id],
    ]);
    expect(kit.versions.map(({ created_by }) => created_by)).toEqual([by]);
  });

  it('gets a token for an hour', async () => {
    const reply = await api.call('issueToken', { body: { ...writing, scope: `${read} ${write}` } });

    expect(reply.ok()).toEqual({
      access: expect.stringMatching(/^ey/),
      expires_in: 3600,
      token_type: 'Bearer',
    });
  });

  it('is refused with the same bytes for every reason', async () => {
    const { client_id, client_secret } = reading;
    const reasons = [
      { client_id: 'unknown', client_secret },
      { client_id: 'no id at all', client_secret },
      { client_id: writing.client_id, client_secret },
      { client_id: cognito.clientId, client_secret },
      { client_id, client_secret: 'x' },
      { client_id, client_secret, scope: write },
      { client_id, client_secret, scope: `${read} ${write}` },
    ];

    const replies = await Promise.all(reasons.map((body) => api.call('issueToken', { body })));

    const told = '{"error":"Invalid client id, secret or scope","code":"invalid_client"}';
    expect(replies.map(({ status, text }) => [status, text])).toEqual(
      reasons.map(() => [401, told]),
    );
  });

  it.each(['', 'admin', 'aws.cognito.signin.user.admin', `${read},${write}`, `${read} `])(
    'that asks for the scope "%s" is told which there are',
    async (scope) => {
      const reply = await api.call('issueToken', { body: { ...writing, scope } });

      expect(reply.refusal()).toMatchObject({ code: 'invalid_input' });
      expect(reply.refusal().error).toMatch(/^scope must be talaro\/read, talaro\/write, or both/);
    },
  );
});

it('sets a legal hold for an admin alone, on what the others may change as well', async () => {
  const { interview_id } = (await administrator.create(newInterview())).ok();
  const asked = (access = '', body: object = { legal_hold: true }) =>
    api.call('updateInterview', { access, params: { interview_id }, body });
  const others = [callers['a recruiter']?.access, machine.access];

  for (const access of others) {
    expect((await asked(access)).refusal()).toMatchObject({ code: 'forbidden' });
    expect((await asked(access, { candidate_name: 'Other' })).ok().legal_hold).toBeUndefined();
  }
  expect((await asked(administrator.access)).ok().legal_hold).toBe(true);
});
