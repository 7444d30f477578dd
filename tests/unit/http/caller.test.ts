import { describe, expect, it } from 'vitest';
import type { EndpointRow } from '../../../shared/contract/endpoint-row.ts';
import { callerOf, machineScopes, personScope } from '../../../shared/http/caller.ts';
import { apiEvent } from '../../support/events.ts';
import { refusalOf } from '../../support/refusals.ts';

const { read, write } = machineScopes;
const accesses = ['recruiter', 'person', 'admin'] as const;
const methods: readonly EndpointRow['method'][] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Claims as Cognito makes them for a client's own token, and for a person. */
const ofMachine = (scope: string, more: object = {}) => ({
  sub: 'client-1',
  client_id: 'client-1',
  token_use: 'access',
  scope,
  ...more,
});
const ofPerson = (groups: string, more: object = {}) => ({
  sub: 'ada',
  username: 'ada',
  client_id: 'people',
  token_use: 'access',
  scope: personScope,
  'cognito:groups': groups,
  ...more,
});

type Asked = Parameters<typeof callerOf>[1];
const call = (claims: Record<string, unknown>, asked: Asked) =>
  callerOf(apiEvent({ claims }), asked);
const every = accesses.flatMap((access) => methods.map((method): Asked => ({ access, method })));
/** What lets these claims in, as `access method`, and as whom. */
const admitted = async (claims: Record<string, unknown>) => {
  const found: Record<string, unknown> = {};
  for (const asked of every) {
    const refused = await refusalOf(() => {
      found[`${asked.access} ${asked.method}`] = call(claims, asked);
    });
    if (refused) expect(refused.code).toBe('forbidden');
  }
  return found;
};

const machine = { machine: 'client-1' };
const person = { recruiter: 'ada' };
const all = (access: string, caller: object) => methods.map((it) => [`${access} ${it}`, caller]);

describe('a machine client', () => {
  it('that may read may GET what recruiters may, and nothing else', async () => {
    expect(await admitted(ofMachine(read))).toEqual({ 'recruiter GET': machine });
  });

  it.each([write, `${read} ${write}`, `${write} ${read}`])(
    'with %s may do what recruiters may, and reaches no row of people or admins',
    async (scope) => {
      expect(await admitted(ofMachine(scope))).toEqual(
        Object.fromEntries(all('recruiter', machine)),
      );
    },
  );

  it('is known by its client id, with a subject or without', async () => {
    const { sub: _, ...claims } = ofMachine(write);

    expect(call(claims, { access: 'recruiter', method: 'POST' })).toEqual(machine);
  });

  it.each([
    ['no scope', ofMachine('')],
    ['a scope of another server', ofMachine('other/write')],
    ['a longer scope', ofMachine('talaro/writer xtalaro/read')],
    ['scopes with a comma between', ofMachine(`${read},${write}`)],
    ['a scope that is no text', ofMachine('', { scope: [write] })],
    ['no client id', ofMachine(write, { client_id: undefined })],
    ['a client id that is no text', ofMachine(write, { client_id: 7 })],
  ])('gets nowhere with %s', async (_what, claims) => {
    expect(await admitted(claims)).toEqual({});
  });

  it.each([
    ['groups', ofMachine(write, { 'cognito:groups': 'admin' })],
    ['a name', ofMachine(write, { username: 'ada' })],
    ['the scope of people too', ofMachine(`${write} ${personScope}`)],
    [
      'everything of an admin beside its own scope',
      ofPerson('admin', { scope: `${personScope} ${read}` }),
    ],
    [
      'groups and the scope of people, but itself as the subject',
      ofMachine(personScope, { 'cognito:groups': 'admin' }),
    ],
  ])('that has %s is neither a person nor a machine', async (_what, claims) => {
    expect(await admitted(claims)).toEqual({});
  });
});

describe('a person', () => {
  it('who is a recruiter may all that is not for admins', async () => {
    expect(await admitted(ofPerson('recruiter'))).toEqual(
      Object.fromEntries([...all('recruiter', person), ...all('person', person)]),
    );
  });

  it('who is an admin may all', async () => {
    expect(await admitted(ofPerson('[recruiter admin]'))).toEqual(
      Object.fromEntries(accesses.flatMap((access) => all(access, { ...person, admin: true }))),
    );
  });

  it.each([
    ['no group', ofPerson('')],
    ['an ID token, which has no scope', ofPerson('admin', { scope: undefined })],
    ['a group named as a scope', ofPerson(write)],
    ['no subject', ofPerson('admin', { sub: '' })],
  ])('gets nowhere with %s', async (_what, claims) => {
    expect(await admitted(claims)).toEqual({});
  });
});
