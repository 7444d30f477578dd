import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type * as z from 'zod';
import { type EndpointRow, needsLogin } from '../contract/endpoint-row.ts';
import { type Deadline, deadlineOf } from '../domain/deadline.ts';
import { AppError, invalidInput } from '../domain/errors.ts';
import { parseInput } from '../domain/parse-input.ts';
import type { Replayable } from '../domain/replayable.ts';
import { Id } from '../domain/text.ts';
import { callerOf, type Machine, type Recruiter } from './caller.ts';
import { gatewayError } from './gateway-errors.ts';
import { logger } from './log.ts';
import { refusalOf } from './refusal.ts';
import { commonHeaders } from './statuses.ts';
import { parseJson } from './validation.ts';

/** A validated request, as the logic receives it. */
export interface Call<Row extends EndpointRow> {
  body: Row['body'] extends z.ZodType ? z.output<Row['body']> : undefined;
  params: Row['params'] extends z.ZodType ? z.output<Row['params']> : undefined;
  query: Row['query'] extends z.ZodType ? z.output<Row['query']> : undefined;
  /** Who calls; null on routes that need no login. */
  caller: CallerOf<Row['access']>;
  /** The value of a header, by its name in lower case; empty if it was not sent. */
  header(name: string): string;
  /** The key under which the caller may repeat the request, on rows that are idempotent. */
  idempotency_key: string | undefined;
  request_id: string;
  /** When the logic's calls to other services must be done. */
  deadline: Deadline;
  /** Adds facts (ids, counts) to this request's line in the access log. */
  note(facts: Notes): void;
}

type CallerOf<Access> = Access extends 'recruiter'
  ? Recruiter | Machine
  : Access extends 'person' | 'admin'
    ? Recruiter
    : null;

type Notes = Record<string, string | number | boolean>;

/** Redirects a browser instead of returning a body. */
export class Redirect {
  readonly location: string;
  constructor(location: string) {
    this.location = location;
  }
}

/** A response body with headers of its own. */
export class WithHeaders<Body> {
  readonly body: Body;
  readonly headers: Record<string, string>;
  constructor(body: Body, headers: Record<string, string>) {
    this.body = body;
    this.headers = headers;
  }
}

/** Answers with what a request made, and says so where it had made that before. */
export const replayable = <Made>({ body, replayed }: Replayable<Made>): Made | WithHeaders<Made> =>
  replayed ? new WithHeaders(body, { 'idempotency-replayed': 'true' }) : body;

type Body<Row extends EndpointRow> = z.input<Row['response']>;
type Answer<Row extends EndpointRow> = Body<Row> | WithHeaders<Body<Row>> | Redirect;

const json = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  statusCode: status,
  headers: { ...commonHeaders, 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});

const failure = (error: unknown, request_id: string, noted: Notes): APIGatewayProxyResult => {
  const { status, body, retry_after } = refusalOf(error, { request_id, ...noted });
  noted.code = body.code;
  return json(status, body, retry_after ? { 'retry-after': String(retry_after) } : {});
};

const headerOf = (event: APIGatewayProxyEvent, name: string) =>
  Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];

/** @throws AppError invalid_input */
const idempotencyKeyOf = (event: APIGatewayProxyEvent) => {
  const key = headerOf(event, 'idempotency-key');
  if (key === undefined || /^[ -~]{1,255}$/.test(key)) return key;
  const message = 'must be 1 to 255 printable ASCII characters';
  throw invalidInput([{ path: 'Idempotency-Key', message }]);
};

/** What was sent; nothing is as good as an object without fields, where those will do. */
const bodyOf = (event: APIGatewayProxyEvent, { body: schema, body_mb }: EndpointRow) => {
  const text = event.body ?? '';
  if (text === '' && schema?.safeParse({}).success) return {};
  const body = event.isBase64Encoded ? Buffer.from(text, 'base64') : text;
  if (body_mb && Buffer.byteLength(body) > body_mb * 1_000_000) {
    throw new AppError('payload_too_large', `The request body must be at most ${body_mb} MB`);
  }
  return parseJson(body);
};

/**
 * Creates the Lambda handler of an endpoint: the request is validated and the response stripped by
 * its row, every error has the one form, one line goes to the access log. The only user of middy.
 */
export const endpoint = <Row extends EndpointRow, const Made extends Answer<Row>>(
  row: Row,
  run: (call: Call<Row>) => Promise<Made> | Made,
) => {
  const timeout = gatewayError('INTEGRATION_TIMEOUT');
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>({
    timeoutEarlyInMillis: 250,
    // Thrown so that the error mapper handles it: it adds the request's id, as to every 5xx.
    timeoutEarlyResponse: () => {
      throw new AppError(timeout.code, timeout.error);
    },
  })
    .use(accessLog(row))
    .use({
      onError: (request) => {
        const { event, error } = request;
        request.response = failure(error, event.requestContext.requestId, notesOf(event));
      },
    })
    .handler(async (event, context) => {
      const { access, method } = row;
      const caller = needsLogin(access) ? callerOf(event, { access, method }) : null;
      const params = row.params && parseInput(row.params, event.pathParameters ?? {});
      // Of the parameters only this one, and only an id: another is the link token, and a path may
      // have whatever somebody typed into it.
      const interview_id = Id.safeParse(params?.interview_id);
      if (interview_id.success) notesOf(event).interview_id = interview_id.data;
      // The conditional types of Call cannot be narrowed by the row's contents at run time.
      const call = {
        caller,
        params,
        query: row.query && parseInput(row.query, event.queryStringParameters ?? {}),
        body: row.body && parseInput(row.body, bodyOf(event, row)),
        header: (name: string) => headerOf(event, name) ?? '',
        idempotency_key: row.idempotent ? idempotencyKeyOf(event) : undefined,
        request_id: event.requestContext.requestId,
        deadline: deadlineOf(context),
        note: (facts: Notes) => void Object.assign(notesOf(event), facts),
      } as Call<Row>;
      const answer = await run(call);
      if (answer instanceof Redirect) {
        return {
          statusCode: 302,
          headers: { ...commonHeaders, location: answer.location },
          body: '',
        };
      }
      const { body, headers } =
        answer instanceof WithHeaders ? answer : new WithHeaders(answer, {});
      return json(row.status, row.response.parse(body), headers);
    });
};

const started = new WeakMap<object, number>();
const notes = new WeakMap<object, Notes>();

const notesOf = (event: object): Notes => {
  const noted = notes.get(event) ?? {};
  notes.set(event, noted);
  return noted;
};

const accessLog = (
  row: EndpointRow,
): middy.MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult> => {
  const write = ({
    event,
    response,
  }: {
    event: APIGatewayProxyEvent;
    response: APIGatewayProxyResult | null | undefined;
  }) => {
    logger.info('request', {
      endpoint: row.folder,
      method: event.httpMethod,
      status: response?.statusCode ?? 0,
      request_id: event.requestContext.requestId,
      duration_ms: Math.round(performance.now() - (started.get(event) ?? performance.now())),
      ...notesOf(event),
    });
  };
  return {
    before: ({ event }) => void started.set(event, performance.now()),
    after: write,
    // Attached before the error mapper, so it runs after it and logs the mapped status.
    onError: write,
  };
};
