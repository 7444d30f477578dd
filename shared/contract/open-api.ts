import type * as z from 'zod';
import type { ErrorCode } from '../domain/errors.ts';
import { type EndpointRow, needsLogin } from './endpoint-row.ts';
import { type Endpoints, endpoints } from './endpoints.ts';
import {
  canBeRetried,
  errorSchemas,
  errorsOf,
  responseName,
  schemaName,
} from './open-api/errors.ts';
import { examplesOf } from './open-api/examples.ts';
import { fieldOf } from './open-api/fields.ts';
import { description, operations, type Told, tags } from './open-api/operations.ts';
import { replies } from './open-api/replies.ts';
import { requests } from './open-api/requests.ts';
import { describedAs, jsonOf, refTo, schemasOf } from './open-api/schemas.ts';

const rows = Object.entries(endpoints) as [keyof Endpoints, EndpointRow][];

const codes = [...new Set(rows.flatMap(([, row]) => [...errorsOf(row).values()].flat()))];
const allReplies = { ...replies, ...errorSchemas(codes) };
const { schemas, nameOf } = schemasOf(requests, allReplies);

const names = [
  ...rows.flatMap(([, { body, response }]) => [...(body ? [nameOf(body)] : []), nameOf(response)]),
  ...codes.map(schemaName),
];
const exampleOf = examplesOf(schemas, { ...requests, ...allReplies });

/** A body that is one of these schemas, with an example of each. */
const content = (names: readonly string[], discriminator?: object) => {
  const [one, ...more] = names.map(refTo);
  const examples = names.map((name) => [name, { $ref: `#/components/examples/${name}` }]);
  return {
    'application/json': {
      schema: more.length > 0 ? { oneOf: [one, ...more], ...discriminator } : one,
      examples: Object.fromEntries(examples),
    },
  };
};

const refusal = (codes: readonly ErrorCode[]) => ({
  description: codes
    .map((code) => `- \`${code}\`: ${schemas[schemaName(code)]?.description}`)
    .join('\n'),
  ...(codes.some(canBeRetried) && {
    headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
  }),
  content: content(codes.map(schemaName), {
    discriminator: {
      propertyName: 'code',
      mapping: Object.fromEntries(codes.map((code) => [code, refTo(schemaName(code)).$ref])),
    },
  }),
});

/** A code that is alone in its status is a named answer, which many operations share. */
const alone = new Set<ErrorCode>();

const refusals = (row: EndpointRow) =>
  Object.fromEntries(
    [...errorsOf(row)].map(([status, codes]) => {
      const [code] = codes;
      if (!code || codes.length > 1) return [status, refusal(codes)];
      alone.add(code);
      return [status, { $ref: `#/components/responses/${responseName(code)}` }];
    }),
  );

const parameters = (
  shape: z.core.$ZodShape = {},
  where: { in: string; required: boolean },
  own: Told['fields'],
) =>
  Object.entries(shape).map(([name, schema]) => {
    const { description, ...field } = fieldOf(name, own?.[name]);
    return { name, ...where, description, schema: describedAs(field, jsonOf(schema)) };
  });

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A text of your choice for this request, such as a UUID: sent again with it within 24 hours, the request makes nothing twice',
  schema: {
    type: 'string',
    minLength: 1,
    maxLength: 255,
    examples: ['0c8e6f5a-4b1d-4e0a-9d3c-2a7f6b5e4d10'],
  },
};

const location = (description: string) => ({
  description,
  headers: {
    Location: {
      description: 'The page, with the token in the fragment',
      schema: { type: 'string', format: 'uri-reference', examples: ['/interview.html#AQFmYWtl'] },
    },
  },
});

const operation = (row: EndpointRow, { tag, description, fields, browser }: Told) => ({
  operationId: row.folder,
  summary: row.summary,
  description,
  tags: [tag],
  security: needsLogin(row.access) ? [{ accessToken: [] }] : [],
  ...((row.params || row.query || row.idempotent) && {
    parameters: [
      ...parameters(row.params?.shape, { in: 'path', required: true }, fields),
      ...parameters(row.query?.shape, { in: 'query', required: false }, fields),
      ...(row.idempotent ? [idempotencyKey] : []),
    ],
  }),
  ...(row.body && {
    requestBody: {
      required: !row.body.safeParse({}).success,
      content: content([nameOf(row.body)]),
    },
  }),
  responses: {
    [row.status]: {
      description: schemas[nameOf(row.response)]?.description,
      ...(row.idempotent && {
        headers: {
          'Idempotency-Replayed': { $ref: '#/components/headers/IdempotencyReplayed' },
        },
      }),
      content: content([nameOf(row.response)]),
    },
    ...(browser && { 302: location(browser) }),
    ...refusals(row),
  },
});

const paths = Object.fromEntries(
  [...Map.groupBy(rows, ([, { path }]) => path)].map(([path, methods]) => [
    path,
    Object.fromEntries(
      methods.map(([name, row]) => [row.method.toLowerCase(), operation(row, operations[name])]),
    ),
  ]),
);

/** The API as an OpenAPI 3.1 document, from the same rows and schemas that validate requests. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Talaro',
    version: '1.0.0',
    summary: 'Structured interviews that AI holds in your own AWS account.',
    description,
    contact: { name: 'Whoever runs this deployment' },
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/', description: 'This deployment' }],
  tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
  paths,
  components: {
    securitySchemes: {
      accessToken: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description:
          '`access` of a login (a person) or of `issue-token` (a machine client), in `Authorization: Bearer`.',
      },
    },
    schemas,
    headers: {
      IdempotencyReplayed: {
        description:
          'Whether what is answered was made before, by a request with the same key; absent if not',
        schema: { type: 'string', const: 'true', examples: ['true'] },
      },
      RetryAfter: {
        description: 'Seconds after which to try again; absent where that is not known',
        schema: { type: 'integer', minimum: 1, examples: [1] },
      },
    },
    responses: Object.fromEntries([...alone].map((code) => [responseName(code), refusal([code])])),
    examples: Object.fromEntries(names.map((name) => [name, { value: exampleOf(name) }])),
  },
};
