import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/domain/errors.ts';
import { echo, send } from '../../support/answer-row.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { apiEvent } from '../../support/events.ts';

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => output.stop());

describe('the access log', () => {
  it('has one line for each request, with route, status and time', async () => {
    await send(({ body, note }) => {
      note({ interview_id: 'i-1', questions: 3 });
      return { said: body.text };
    });

    const lines = output.lines();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      level: 'INFO',
      endpoint: 'answer-x',
      method: 'POST',
      status: 201,
      request_id: 'request-1',
      duration_ms: expect.any(Number),
      interview_id: 'i-1',
      questions: 3,
    });
  });

  it.each([
    ['was refused', 400, apiEvent({ body: {} }), echo],
    [
      'failed',
      500,
      apiEvent({ body: { text: 'a' } }),
      () => {
        throw new Error('x');
      },
    ],
  ])('has the status of a request that %s', async (_name, status, event, run) => {
    await send(run, event);

    const requests = output.lines().filter(({ message }) => message === 'request');
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ status });
  });

  it('includes what was noted of a request that then failed', async () => {
    await send(({ note }) => {
      note({ interview_id: 'i-1' });
      throw new AppError('conflict', 'Busy');
    });

    expect(output.lines()).toMatchObject([{ status: 409, code: 'conflict', interview_id: 'i-1' }]);
  });

  it('names the interview of a request that failed beside the error, if that was noted', async () => {
    await send(({ note }) => {
      note({ interview_id: 'i-1' });
      throw new Error('x');
    });

    expect(output.lines()[0]).toMatchObject({ message: 'request failed', interview_id: 'i-1' });
  });

  it('does not carry the notes of one request into the next', async () => {
    await send(({ body, note }) => {
      note({ interview_id: 'i-1' });
      return { said: body.text };
    });
    await send(echo);

    expect(output.lines()[1]).not.toHaveProperty('interview_id');
  });

  it('contains nothing of body, path, query, headers or response', async () => {
    const event = {
      ...apiEvent({
        method: 'POST',
        path: '/api/SECRET-path/',
        body: { text: 'SECRET-txt', email: 'SECRET-mail@example.com' },
        headers: { authorization: 'Bearer SECRET-token', accept: 'SECRET-accept' },
        params: { token: 'SECRET-token' },
        claims: { sub: 'u', email: 'SECRET-claim' },
      }),
      queryStringParameters: { token: 'SECRET-query' },
    };

    await send(() => ({ said: 'SECRET-answer' }), event);
    await send(() => {
      throw new Error('SECRET-error');
    }, event);
    await send(echo, { ...event, body: '{"text": "SECRET-cut' });

    expect(output.lines().length).toBeGreaterThanOrEqual(4);
    expect(output.text()).not.toContain('SECRET');
  });
});

describe('a request that takes too long', () => {
  const never = () => new Promise<{ said: string }>(() => undefined);

  it('is answered before Lambda cuts it off', async () => {
    const reply = await send(never, undefined, 260);

    expect(reply).toMatchObject({
      status: 504,
      headers: { 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' },
      body: { code: 'timeout', error: expect.any(String) },
    });
  });

  it('is answered with its request id, like every 5xx', async () => {
    const reply = await send(never, undefined, 255);

    expect(reply.body).toMatchObject({ request_id: 'request-1' });
  });

  it('appears in the access log', async () => {
    await send(never, undefined, 255);

    expect(output.lines()).toMatchObject([{ status: 504, request_id: 'request-1' }]);
  });

  it('is not cut off while there is time', async () => {
    const slow = () => new Promise<{ said: string }>((done) => setTimeout(done, 20, { said: 'x' }));

    const reply = await send(slow, undefined, 5_000);

    expect(reply.status).toBe(201);
  });
});
