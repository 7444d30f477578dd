import { Readable } from 'node:stream';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { errorFacts, logged } from '../../../shared/http/log.ts';
import { InterviewerError } from '../../../shared/interviewer/interviewer.ts';
import { captureOutput } from '../../support/captured-output.ts';

const secret = 'SECRET';

describe('what is logged of an error', () => {
  it('is its class, its place and its causes', () => {
    const cause = new TypeError(secret);
    const facts = errorFacts(new Error(secret, { cause }));

    expect(facts).toMatchObject({ name: 'Error', cause: { name: 'TypeError' } });
    expect(facts.at[0]).toContain('log.test.ts');
    expect(JSON.stringify(facts)).not.toContain(secret);
  });

  it('includes the HTTP status that a service returned', () => {
    const error = Object.assign(new Error(secret), { $metadata: { httpStatusCode: 503 } });

    expect(errorFacts(error)).toMatchObject({ http_status: 503 });
  });

  it('includes the call to AWS that failed, with its request, in whatever it is wrapped', async () => {
    const refusal = JSON.stringify({ __type: 'AccessDeniedException', message: secret });
    const handle = async () => ({
      response: {
        statusCode: 400,
        headers: { 'x-amzn-requestid': 'request-1' },
        body: Readable.from([refusal]),
      },
    });
    const client = logged(
      new DynamoDBClient({
        region: 'eu-central-1',
        credentials: { accessKeyId: 'key', secretAccessKey: secret },
        requestHandler: { handle },
      }),
    );

    const error = await client
      .send(new DescribeTableCommand({ TableName: secret }))
      .catch((it) => it);

    const facts = errorFacts(new Error(secret, { cause: error }));
    expect(facts.cause?.at.join()).toContain('log.test.ts');
    expect(facts.cause).toMatchObject({
      name: 'AccessDeniedException',
      service: 'DynamoDB',
      operation: 'DescribeTable',
      http_status: 400,
      aws_request_id: 'request-1',
    });
    expect(JSON.stringify(facts)).not.toContain(secret);
  });

  it('includes why an interviewer failed, in codes', () => {
    const why = new InterviewerError('invalid_output', { problems: ['not_json'] });

    expect(errorFacts(new Error(secret, { cause: why }))).toMatchObject({
      cause: { facts: { failure: 'invalid_output', problems: ['not_json'] } },
    });
  });

  it.each([
    ['one that looks like a stack', `x\n    at ${secret} (file.ts:1:1)`],
    ['one of many lines', `${secret}\n${secret}\n  at ${secret}`],
    ['one that is empty', ''],
  ])('is never its message: %s', (_name, message) => {
    const facts = errorFacts(new Error(message));

    expect(JSON.stringify(facts)).not.toContain(secret);
    expect(facts.at[0]).toContain('log.test.ts');
  });

  it.each([secret, 5, null, undefined, { message: secret }])('is only a type for %j', (thrown) => {
    const facts = errorFacts(thrown);

    expect(facts).toEqual({ name: typeof thrown, at: [] });
  });
});

describe('the logger', () => {
  const load = async (level?: string) => {
    vi.resetModules();
    vi.stubEnv('LOG_LEVEL', level);
    return (await import('../../../shared/http/log.ts')).logger;
  };
  afterEach(() => void vi.unstubAllEnvs());

  it.each([
    [undefined, ['INFO', 'WARN', 'ERROR']],
    ['', ['INFO', 'WARN', 'ERROR']],
    ['DEBUG', ['INFO', 'WARN', 'ERROR']],
    ['WARN', ['WARN', 'ERROR']],
    ['ERROR', ['ERROR']],
    ['CRITICAL', []],
  ])('at level %s writes %j', async (level, written) => {
    const logger = await load(level);
    const output = captureOutput();

    logger.info('one', {});
    logger.warn('two', {});
    logger.error('three', {});

    output.stop();
    expect(output.lines().map((line) => line.level)).toEqual(written);
  });

  it.each(['debug', 'VERBOSE'])('does not start with the unknown level %j', async (level) => {
    const loading = load(level);

    await expect(loading).rejects.toThrow(
      `LOG_LEVEL is "${level}"; it must be one of DEBUG, INFO, WARN, ERROR, CRITICAL`,
    );
  });

  it('writes one line of JSON for each message, whatever it contains', async () => {
    const logger = await load();
    const output = captureOutput();

    logger.info('two\nlines', { fact: 'a\nb\u2028', missing: undefined, count: 3 });

    output.stop();
    expect(output.text()).toMatch(/^[^\n]*\n$/);
    expect(output.lines()[0]).toEqual({
      level: 'INFO',
      message: 'two\nlines',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      service: 'talaro',
      fact: 'a\nb\u2028',
      count: 3,
    });
  });
});
