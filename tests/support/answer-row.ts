import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import * as z from 'zod';
import { row } from '../../shared/contract/endpoint-row.ts';
import { exactText, Id } from '../../shared/domain/text.ts';
import { type Call, endpoint } from '../../shared/http/endpoint.ts';
import { apiEvent, lambdaContext } from './events.ts';

/** An endpoint that returns a part of its body, for tests of what all endpoints do. */
export const answerRow = row({
  method: 'POST',
  path: '/api/x/',
  folder: 'answer-x',
  access: 'candidate',
  summary: 'For the tests',
  uses: [],
  body: z.object({ text: exactText(10, 1), kind: z.enum(['one', 'two']).optional() }),
  status: 201,
  response: z.object({ said: z.string(), list: z.array(z.object({ id: Id })).optional() }),
  errors: [],
});

/** The simplest logic: returns the text of the body. */
export const echo = ({ body }: Call<typeof answerRow>) => ({ said: body.text });

/** A reply with its body parsed; null for none. */
export const parsed = (reply: APIGatewayProxyResult) => ({
  status: reply.statusCode,
  headers: reply.headers,
  body: reply.body === '' ? null : JSON.parse(reply.body),
});

/** Sends a request to `run` behind the answer row, with this much of Lambda's time left, in ms. */
export const send = async (
  run: Parameters<typeof endpoint<typeof answerRow, { said: string }>>[1],
  event: APIGatewayProxyEvent = apiEvent({ body: { text: 'hello' } }),
  remaining?: number,
) => parsed(await endpoint(answerRow, run)(event, lambdaContext(remaining)));
