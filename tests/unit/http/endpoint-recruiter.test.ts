import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { row } from '../../../shared/contract/endpoint-row.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { parsed, send } from '../../support/answer-row.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { apiEvent, lambdaContext, recruiterClaims } from '../../support/events.ts';
import { id } from '../../support/records.ts';

const recruiterRow = row({
  method: 'GET',
  path: '/api/x/{interview_id}/',
  folder: 'read-x',
  access: 'recruiter',
  summary: 'For the tests',
  uses: [],
  params: z.object({ interview_id: z.string() }),
  status: 200,
  response: z.object({ by: z.string(), of: z.string() }),
  errors: [],
});
const read = endpoint(recruiterRow, ({ caller, params }) => ({
  by: 'recruiter' in caller ? caller.recruiter : `machine ${caller.machine}`,
  of: params.interview_id,
}));

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => output.stop());

describe('a recruiter', () => {
  const get = async (claims?: Record<string, unknown>, params?: Record<string, string>) =>
    parsed(
      await read(
        apiEvent({
          method: 'GET',
          ...(claims && { claims }),
          params: params ?? { interview_id: 'i' },
        }),
        lambdaContext(),
      ),
    );

  it('is identified by the user id', async () => {
    const reply = await get(recruiterClaims);

    expect(reply).toMatchObject({ status: 200, body: { by: 'recruiter-1', of: 'i' } });
  });

  it.each([
    ['no claims', undefined],
    ['empty claims', {}],
    ['no user id', { 'cognito:groups': 'admin' }],
    ['an empty user id', { sub: '', 'cognito:groups': 'admin' }],
    ['a user id that is not a string', { sub: 5, 'cognito:groups': 'admin' }],
  ])('gets a 401 with %s', async (_name, claims) => {
    const reply = await get(claims);

    expect(reply).toMatchObject({ status: 401, body: { code: 'unauthorized' } });
  });

  it('gets a 401 on a route without its authorizer', async () => {
    const event = apiEvent({ method: 'GET', params: { interview_id: 'i' } });
    const bare = { ...event, requestContext: { ...event.requestContext, authorizer: undefined } };

    const reply = await read(bare, lambdaContext());

    expect(reply.statusCode).toBe(401);
  });

  it.each([
    ['one group', 'recruiter'],
    ['one group in brackets', '[recruiter]'],
    ['two groups with a comma', 'staff,admin'],
    ['two groups with a space', 'staff admin'],
    ['groups in brackets with spaces', '[staff recruiter]'],
    ['groups in brackets with commas', '[staff, recruiter]'],
    ['a list', ['staff', 'admin']],
  ])('has the role with %s', async (_name, groups) => {
    const reply = await get({ ...recruiterClaims, 'cognito:groups': groups });

    expect(reply.status).toBe(200);
  });

  it.each([
    ['no groups', undefined],
    ['an empty string', ''],
    ['empty brackets', '[]'],
    ['another group', 'staff'],
    ['a longer name', 'administrators'],
    ['a name with a hyphen', 'recruiter-trial'],
    ['other case', 'Admin'],
  ])('gets a 403 with %s', async (_name, groups) => {
    const reply = await get({ ...recruiterClaims, 'cognito:groups': groups });

    expect(reply).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('is logged with the interview of the address', async () => {
    await get(recruiterClaims, { interview_id: id(1) });

    expect(output.lines()).toMatchObject([{ status: 200, interview_id: id(1) }]);
  });

  it('is logged without whatever else was typed in its place', async () => {
    await get(recruiterClaims, { interview_id: 'ada@example.com' });

    expect(output.lines()[0]).not.toHaveProperty('interview_id');
  });

  it('is checked before the input', async () => {
    const reply = await get(undefined, {});

    expect(reply.status).toBe(401);
  });

  it('is not passed to the logic of a candidate’s route', async () => {
    const event = apiEvent({ body: { text: 'a' }, claims: recruiterClaims });

    const reply = await send(({ caller }) => ({ said: String(caller) }), event);

    expect(reply.body).toEqual({ said: 'null' });
  });
});
