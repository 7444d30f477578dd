import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '../../../shared/domain/errors.ts';
import { statuses } from '../../../shared/http/statuses.ts';
import { send } from '../../support/answer-row.ts';
import { captureOutput } from '../../support/captured-output.ts';

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => output.stop());

describe('an error', () => {
  const codes = Object.entries(statuses) as [ErrorCode, number][];

  it.each(codes)('%s is a %d in the common form', async (code, status) => {
    const reply = await send(() => {
      throw new AppError(code, 'One sentence');
    });

    expect(reply.status).toBe(status);
    expect(reply.body).toEqual({
      error: 'One sentence',
      code,
      ...(status >= 500 && { request_id: 'request-1' }),
    });
    expect(reply.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
  });

  it('includes its details', async () => {
    const reply = await send(() => {
      throw new AppError('link_not_open', 'Not yet', { details: { opens_at: 'then' } });
    });

    expect(reply.body).toEqual({ error: 'Not yet', code: 'link_not_open', opens_at: 'then' });
  });

  it('says when a retry can help', async () => {
    const reply = await send(() => {
      throw new AppError('ai_unavailable', 'Not now', { retry_after: 10 });
    });

    expect(reply.headers).toMatchObject({ 'retry-after': '10' });
  });

  const secret = 'the candidate wrote this';
  class SdkError extends Error {
    override name = 'ValidationException';
    $metadata = { httpStatusCode: 400, requestId: secret };
  }
  it.each<[string, unknown]>([
    ['Error', new Error(secret)],
    ['error with a cause', new Error('x', { cause: new Error(secret) })],
    ['SDK error', new SdkError(secret)],
    ['error of several lines', new Error(`x\n    at ${secret}\n${secret}`)],
    ['string', secret],
    ['object', { message: secret }],
    ['null', null],
    ['undefined', undefined],
  ])('that is an unexpected %s becomes a plain 500 that reveals nothing', async (_name, thrown) => {
    const reply = await send(() => {
      throw thrown;
    });

    expect(reply).toMatchObject({
      status: 500,
      body: {
        error: 'Something went wrong on our side; try again in a moment',
        code: 'internal_error',
        request_id: 'request-1',
      },
    });
    expect(JSON.stringify(reply)).not.toContain(secret);
    expect(output.text()).not.toContain(secret);
  });

  it('that is unexpected is logged once, by class and place, under the request id', async () => {
    await send(() => {
      throw new SdkError(secret);
    });

    const failures = output.lines().filter(({ level }) => level === 'ERROR');
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({
      request_id: 'request-1',
      error: { name: 'ValidationException', http_status: 400 },
    });
    expect(JSON.stringify(failures[0])).toContain('endpoint-errors.test.ts');
  });

  it('that is expected and a 5xx is logged with its cause, without its message', async () => {
    await send(() => {
      throw new AppError('ai_unavailable', 'Not now', { cause: new SdkError(secret) });
    });

    const [warning] = output.lines().filter(({ level }) => level === 'WARN');
    expect(warning).toMatchObject({
      code: 'ai_unavailable',
      cause: { name: 'ValidationException' },
    });
    expect(output.text()).not.toContain(secret);
  });

  it('has the same form from logic that is not async', async () => {
    const thrown = await send(() => {
      throw new AppError('conflict', 'Busy');
    });
    const rejected = await send(async () => {
      throw new AppError('conflict', 'Busy');
    });

    expect(thrown).toEqual(rejected);
  });
});
