import * as z from 'zod';
import { type EndpointRow, needsLogin } from '../../shared/contract/endpoint-row.ts';
import { canBeRetried, errorsOf, schemaName } from '../../shared/contract/open-api/errors.ts';
import { openApi } from '../../shared/contract/open-api.ts';
import type { ErrorCode } from '../../shared/domain/errors.ts';

/** A JSON schema as far as the document uses it. */
const Json = z.looseObject({
  $ref: z.string().optional(),
  format: z.string().optional(),
  discriminator: z
    .strictObject({ propertyName: z.string(), mapping: z.record(z.string(), z.string()) })
    .optional(),
  description: z.string().optional(),
  examples: z.array(z.unknown()).optional(),
  enum: z.array(z.unknown()).optional(),
  get properties() {
    return z.record(z.string(), Json).optional();
  },
  get items() {
    return Json.optional();
  },
  get anyOf() {
    return z.array(Json).optional();
  },
  get oneOf() {
    return z.array(Json).optional();
  },
});
export type Json = z.infer<typeof Json>;

const text = z.string().min(1);
const Reference = z.strictObject({ $ref: z.string().startsWith('#/components/') });
const Content = z.strictObject({
  'application/json': z.strictObject({ schema: Json, examples: z.record(text, Reference) }),
});
const Response = z.strictObject({
  $ref: text.optional(),
  description: text.optional(),
  headers: z.record(text, z.looseObject({})).optional(),
  content: Content.optional(),
});
/** An operation as OpenAPI 3.1.1, section 4.8.10, defines it, as far as the document uses it. */
const Operation = z.strictObject({
  operationId: text,
  summary: text,
  description: text,
  tags: z.array(text).length(1),
  security: z.array(z.record(text, z.array(text))),
  parameters: z
    .array(
      z.strictObject({
        name: text,
        in: z.enum(['path', 'query', 'header']),
        required: z.boolean(),
        description: text,
        schema: Json,
      }),
    )
    .optional(),
  requestBody: z.strictObject({ required: z.boolean(), content: Content }).optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), Response),
});
const Document = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: text,
    version: text,
    summary: text,
    description: text,
    contact: z.strictObject({ name: text }),
    license: z.strictObject({ name: text, identifier: text }),
  }),
  servers: z.array(z.strictObject({ url: z.literal('/'), description: text })).length(1),
  tags: z.array(z.strictObject({ name: text, description: text })),
  paths: z.record(
    z.string().regex(/^\/.*\/$/),
    z.partialRecord(z.enum(['get', 'put', 'post', 'patch', 'delete']), Operation),
  ),
  components: z.strictObject({
    securitySchemes: z.record(text, z.looseObject({ description: text })),
    schemas: z.record(z.string().regex(/^[A-Z][A-Za-z]+$/), Json),
    headers: z.record(text, z.looseObject({ description: text, schema: Json })),
    responses: z.record(text, Response),
    examples: z.record(text, z.strictObject({ value: z.unknown() })),
  }),
});

/** The document, checked against the part of OpenAPI 3.1 that it uses. */
export const documentOf = (served: unknown) => Document.parse(JSON.parse(JSON.stringify(served)));

/** All references in a part of the document. */
export const refsIn = (part: object): string[] =>
  [...JSON.stringify(part).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);

/** A schema and all schemas inside of it. */
export const nodesOf = (json: Json): Json[] => [
  json,
  ...[
    ...Object.values(json.properties ?? {}),
    ...(json.items ? [json.items] : []),
    ...(json.anyOf ?? []),
    ...(json.oneOf ?? []),
  ].flatMap(nodesOf),
];

/**
 * Requires that the document has a refusal of an endpoint, with these fields and no other.
 * @throws Error that says what it lacks
 */
export const requireDocumented = (
  row: EndpointRow,
  status: number,
  refusal: { code: string },
  retryAfter: string | null,
): void => {
  const code = errorsOf(row)
    .get(status)
    ?.find((one): one is ErrorCode => one === refusal.code);
  // Tests meet no firewall, which alone refuses others than recruiters so.
  const isFirewall =
    code === 'forbidden' && !needsLogin(row.access) && !row.errors.includes('forbidden');
  if (!code || isFirewall)
    throw new Error(`OpenAPI lacks ${status} ${refusal.code} of ${row.folder}`);
  const { properties = {}, required = [] } = openApi.components.schemas[schemaName(code)] ?? {};
  const fields = Object.keys(refusal);
  const wrong = [
    ...fields.filter((field) => !(field in properties)),
    ...required.filter((field) => !fields.includes(field)),
    ...(retryAfter !== null && !canBeRetried(code) ? ['Retry-After'] : []),
  ];
  if (wrong.length > 0) throw new Error(`OpenAPI has ${code} with other fields: ${wrong.join()}`);
};
