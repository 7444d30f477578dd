import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openApi } from '../../../shared/contract/open-api.ts';
import { statuses } from '../../../shared/http/statuses.ts';
import { endpointNames, rows } from '../../support/client.ts';
import { startTestStack } from '../../support/stack.ts';
import { sampleRequests } from './samples.ts';

const Json = z.record(z.string(), z.unknown());
const Media = z.strictObject({ 'application/json': z.strictObject({ schema: Json }) });
/** An operation as OpenAPI 3.1.1, section 4.8.10, has it, as far as the document uses it. */
const Operation = z.strictObject({
  operationId: z.string().min(1),
  summary: z.string().min(1),
  tags: z.array(z.string()).min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z
    .array(
      z.strictObject({
        name: z.string(),
        in: z.literal('path'),
        required: z.literal(true),
        schema: Json,
      }),
    )
    .optional(),
  requestBody: z.strictObject({ required: z.literal(true), content: Media }).optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.strictObject({ description: z.string().min(1), content: Media }),
  ),
});
const OpenApi = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  paths: z.record(
    z.string().startsWith('/'),
    z.strictObject({
      get: Operation.optional(),
      put: Operation.optional(),
      post: Operation.optional(),
    }),
  ),
  components: z.strictObject({
    securitySchemes: z.record(z.string(), Json),
    schemas: z.record(z.string(), Json),
  }),
});

const stack = await startTestStack();
const { api } = stack;
const recruiter = await api.logIn();
const samples = await sampleRequests(stack, recruiter);
const served = (await api.call('schema')).json();
const document = OpenApi.parse(served);
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, operation]) =>
    operation ? [{ path, method, operation }] : [],
  ),
);
const operationOf = (name: (typeof endpointNames)[number]) => {
  const { path, method } = rows[name];
  const found = operations.find((one) => one.path === path && one.method === method.toLowerCase());
  if (!found) throw new Error(`${name} is not in the document`);
  return found.operation;
};

describe('the OpenAPI document', () => {
  it('is what the rows say, and each operation is there once', () => {
    const ids = operations.map(({ operation }) => operation.operationId);

    expect(served).toEqual(JSON.parse(JSON.stringify(openApi(rows))));
    expect(ids.toSorted()).toEqual(endpointNames.map((name) => rows[name].folder).toSorted());
  });

  it('has every reference and every security scheme that it uses', () => {
    const references = [...JSON.stringify(served).matchAll(/"\$ref":"#\/([^"]+)"/g)];

    const missing = references.filter(
      ([, path = '']) =>
        path.split('/').reduce<unknown>((at, key) => Json.safeParse(at).data?.[key], served) ===
        undefined,
    );
    const schemes = operations.flatMap(({ operation }) => operation.security.flatMap(Object.keys));

    expect(missing).toEqual([]);
    expect([...new Set(schemes)]).toEqual(Object.keys(document.components.securitySchemes));
  });

  it.each(endpointNames)('describes of %s its parameters, its body and each error', (name) => {
    const row = rows[name];

    const { parameters = [], requestBody, responses, security } = operationOf(name);

    const inPath = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    expect(parameters.map((parameter) => parameter.name)).toEqual(inPath);
    expect(requestBody !== undefined).toBe(row.body !== undefined);
    expect(security.length > 0).toBe(row.access === 'recruiter');
    const common = ['throttled', 'timeout', 'internal_error', 'payload_too_large'];
    for (const code of [...row.errors, ...common]) {
      const status = Object.entries(statuses).find(([known]) => known === code)?.[1];
      expect(responses[String(status)]?.description.split(', ')).toContain(code);
    }
  });

  it.each(endpointNames)('fits what %s answers and takes', async (name) => {
    const { responses, requestBody } = operationOf(name);
    const published = (schema: object | undefined) =>
      z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);

    const reply = await api.call(name, samples[name]);

    const promised = responses[reply.status]?.content['application/json'].schema;
    expect(published(promised).safeParse(reply.json()).error).toBeUndefined();
    if (!requestBody) return;
    const taken = published(requestBody.content['application/json'].schema);
    expect(taken.safeParse(samples[name].body).error).toBeUndefined();
    expect(taken.safeParse({}).success).toBe(false);
  });
});
