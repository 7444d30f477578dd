import * as z from 'zod';
import type { ErrorCode } from '../domain/errors.ts';
import { gatewayErrors } from '../http/gateway-errors.ts';
import { statuses } from '../http/statuses.ts';
import type { EndpointRow } from './endpoint-row.ts';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  });
  return json;
};

const errorSchema = {
  type: 'object',
  required: ['error', 'code'],
  properties: {
    error: { type: 'string', description: 'Human-readable message' },
    code: { type: 'string', description: 'Stable; branch on this' },
    issues: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
    request_id: { type: 'string', description: 'On 5xx; quote it in support requests' },
  },
};

const errorAnswer = (codes: readonly ErrorCode[]) => ({
  description: codes.join(', '),
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
});

const common = gatewayErrors
  .filter(({ type }) =>
    ['REQUEST_TOO_LARGE', 'THROTTLED', 'INTEGRATION_TIMEOUT', 'DEFAULT_5XX'].includes(type),
  )
  .map(({ code }) => code);

const errorsOf = (row: EndpointRow) => [
  ...common,
  ...(row.body || row.params || row.query ? (['invalid_input'] as const) : []),
  ...(row.access === 'recruiter' ? (['unauthorized', 'forbidden'] as const) : []),
  ...row.errors,
];

const parametersOf = (schema: z.ZodObject | undefined, where: object) =>
  Object.entries(schema?.shape ?? {}).map(([name, each]) => ({
    name,
    ...where,
    schema: each instanceof z.ZodType ? schemaOf(each, 'input') : {},
  }));

const operation = (row: EndpointRow) => ({
  operationId: row.folder,
  summary: row.summary,
  tags: [row.access],
  security: row.access === 'recruiter' ? [{ accessToken: [] }] : [],
  ...((row.params || row.query) && {
    parameters: [
      ...parametersOf(row.params, { in: 'path', required: true }),
      ...parametersOf(row.query, { in: 'query', required: false }),
    ],
  }),
  ...(row.body && {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(row.body, 'input') } },
    },
  }),
  responses: {
    [row.status]: {
      description: row.summary,
      content: { 'application/json': { schema: schemaOf(row.response, 'output') } },
    },
    ...Object.fromEntries(
      [...Map.groupBy(errorsOf(row), (code) => statuses[code])].map(([status, codes]) => [
        status,
        errorAnswer([...new Set(codes)]),
      ]),
    ),
  },
});

/** The API as an OpenAPI 3.1 document, from the same rows and schemas that validate requests. */
export const openApi = (endpoints: Readonly<Record<string, EndpointRow>>) => {
  const byPath = Map.groupBy(Object.values(endpoints), ({ path }) => path);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Talaro',
      version: '1.0.0',
      description:
        'AI interviews in your own AWS account. Every error is {"error", "code"}; times are ISO 8601 in UTC.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: Object.fromEntries(
      [...byPath].map(([path, rows]) => [
        path,
        Object.fromEntries(rows.map((row) => [row.method.toLowerCase(), operation(row)])),
      ]),
    ),
    components: {
      securitySchemes: {
        accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
      schemas: { Error: errorSchema },
    },
  };
};
