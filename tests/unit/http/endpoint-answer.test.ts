import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Redirect } from '../../../shared/http/endpoint.ts';
import { echo, send } from '../../support/answer-row.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { apiEvent } from '../../support/events.ts';

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => output.stop());

describe('a response', () => {
  it('has the status of its row, JSON in UTF-8, and headers that keep it private', async () => {
    const reply = await send(echo);

    expect(reply).toEqual({
      status: 201,
      headers: {
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'content-type': 'application/json; charset=utf-8',
      },
      body: { said: 'hello' },
    });
  });

  it('is stripped to what its row names, at every depth', async () => {
    const made = {
      said: 'hello',
      rubric: 'secret',
      list: [{ id: '00000000-0000-4000-8000-000000000001', rubric: 'secret' }],
    };

    const reply = await send(() => made);

    expect(reply.body).toEqual({
      said: 'hello',
      list: [{ id: '00000000-0000-4000-8000-000000000001' }],
    });
  });

  it('that does not fit its row becomes a plain 500', async () => {
    const reply = await send(() => ({ said: 5 }) as never);

    expect(reply).toMatchObject({ status: 500, body: { code: 'internal_error' } });
  });

  it('may redirect a browser', async () => {
    const reply = await send(() => new Redirect('/interview.html#token') as never);

    expect(reply).toMatchObject({
      status: 302,
      headers: {
        location: '/interview.html#token',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      },
      body: null,
    });
  });

  it('returns text byte for byte', async () => {
    const text = '🙂 e\u0301 \u0645\r\n';

    const reply = await send(echo, apiEvent({ body: { text } }));

    expect(reply.body).toEqual({ said: text });
  });
});

describe('a header', () => {
  it.each(['Accept', 'accept', 'ACCEPT'])('is found as %s', async (name) => {
    const event = apiEvent({ body: { text: 'a' }, headers: { [name]: 'Text/HTML' } });

    const reply = await send(({ header }) => ({ said: header('accept') }), event);

    expect(reply.body).toEqual({ said: 'Text/HTML' });
  });

  it('that is missing is empty', async () => {
    const event = { ...apiEvent({ body: { text: 'a' } }), headers: null as never };

    const reply = await send(({ header }) => ({ said: `[${header('accept')}]` }), event);

    expect(reply.body).toEqual({ said: '[]' });
  });
});
