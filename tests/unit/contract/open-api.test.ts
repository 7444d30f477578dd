import { describe, expect, it, test } from 'vitest';
import * as z from 'zod';
import { type EndpointRow, needsLogin } from '../../../shared/contract/endpoint-row.ts';
import { errorSchemas } from '../../../shared/contract/open-api/errors.ts';
import { fieldNames, fieldOf } from '../../../shared/contract/open-api/fields.ts';
import type { Named } from '../../../shared/contract/open-api/named.ts';
import { operations as told } from '../../../shared/contract/open-api/operations.ts';
import { replies } from '../../../shared/contract/open-api/replies.ts';
import { requests } from '../../../shared/contract/open-api/requests.ts';
import { openApi } from '../../../shared/contract/open-api.ts';
import type { ErrorCode } from '../../../shared/domain/errors.ts';
import { isoUtc } from '../../../shared/domain/plain-text.ts';
import { windowOf } from '../../../shared/domain/window.ts';
import { gatewayErrors } from '../../../shared/http/gateway-errors.ts';
import { statuses } from '../../../shared/http/statuses.ts';
import { endpointNames, rows } from '../../support/client.ts';
import {
  documentOf,
  type Json,
  nodesOf,
  refsIn,
  requireDocumented,
} from '../../support/open-api.ts';

const document = documentOf(openApi);
const { schemas, examples, responses } = document.components;
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, ...operation })),
);
const operationOf = (name: (typeof endpointNames)[number]) => {
  const found = operations.find(({ operationId }) => operationId === rows[name].folder);
  if (!found) throw new Error(`${name} is not in the document`);
  return found;
};
const codeOf = ({ $ref = '' }: Json) =>
  schemas[$ref.split('/').at(-1) ?? '']?.properties?.code?.const ?? $ref;
/** `status code` of every refusal that an operation documents. */
const refusalsOf = (name: (typeof endpointNames)[number]) =>
  Object.entries(operationOf(name).responses)
    .filter(([status]) => Number(status) >= 400)
    .flatMap(([status, response]) => {
      const { content } = responses[response.$ref?.split('/').at(-1) ?? ''] ?? response;
      const schema = content?.['application/json']?.schema ?? {};
      return (schema.oneOf ?? [schema]).map((one) => `${status} ${codeOf(one)}`);
    });

const codes = Object.values(schemas).flatMap(({ properties }) => {
  const code = properties?.code?.const;
  return typeof code === 'string' ? [code as ErrorCode] : [];
});
const named: Record<string, Named> = { ...requests, ...replies, ...errorSchemas(codes) };
const fieldsOf = (name: string) => Object.entries(schemas[name]?.properties ?? {});

describe('every operation', () => {
  it('has an id of its own, words, and a group that is explained', () => {
    const ids = operations.map(({ operationId }) => operationId);

    expect(ids.toSorted()).toEqual(endpointNames.map((name) => rows[name].folder).toSorted());
    for (const { summary, description, tags } of operations) {
      expect([summary, description, ...tags]).not.toContain('');
      expect(document.tags.map(({ name }) => name)).toContain(tags[0]);
    }
    for (const { description } of document.tags) expect(description).not.toBe('');
  });

  it('has the method, path, parameters, body and access of its row', () => {
    for (const name of endpointNames) {
      const row = rows[name];

      const { path, method, parameters = [], requestBody, security } = operationOf(name);

      expect([path, method.toUpperCase()]).toEqual([row.path, row.method]);
      const inPath = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
      const inQuery = Object.keys(row.query?.shape ?? {});
      expect(parameters.map((one) => one.name)).toEqual([
        ...inPath,
        ...inQuery,
        ...(row.idempotent ? ['Idempotency-Key'] : []),
      ]);
      expect(parameters.every((one) => one.required === (one.in === 'path'))).toBe(true);
      expect(requestBody !== undefined).toBe(row.body !== undefined);
      expect(security.length > 0).toBe(needsLogin(row.access));
    }
  });

  it('has a description and an example for each parameter', () => {
    for (const { description, schema } of operations.flatMap(({ parameters = [] }) => parameters)) {
      expect(description).not.toBe('');
      expect(schema.examples).toHaveLength(1);
      if (schema.enum) expect(schema.enum).toContain(schema.examples?.[0]);
    }
  });

  it('has the error codes of its row and the gateway’s, each with its status', () => {
    const gateway = (type: string) => {
      const found = gatewayErrors.find((error) => error.type === type);
      return `${found?.status} ${found?.code}`;
    };
    const always = ['WAF_FILTERED', 'REQUEST_TOO_LARGE', 'THROTTLED', 'DEFAULT_5XX'];
    const late = ['INTEGRATION_FAILURE', 'INTEGRATION_TIMEOUT'];

    for (const name of endpointNames) {
      const { errors, access, body, params, query, idempotent } = rows[name];
      const expected = new Set([
        ...errors.map((code) => `${statuses[code]} ${code}`),
        ...[...always, ...late].map(gateway),
        ...(idempotent ? ['422 idempotency_mismatch'] : []),
        ...(body || params || query ? ['400 invalid_input'] : []),
        ...(needsLogin(access) ? ['401 unauthorized', '403 forbidden'] : []),
      ]);
      expect(refusalsOf(name).toSorted()).toEqual([...expected].toSorted());
    }
  });

  it('says when to try again wherever that can be known', () => {
    const waiting = ['conflict', 'throttled', 'ai_unavailable', 'budget_reached', 'unavailable'];
    const answers = [
      ...operations.flatMap((one) => Object.values(one.responses)),
      ...Object.values(responses),
    ];

    for (const { headers, content } of answers) {
      const { schema } = content?.['application/json'] ?? {};
      if (!schema) continue;
      const can = (schema.oneOf ?? [schema]).some((one) => waiting.includes(String(codeOf(one))));
      expect(headers?.['Retry-After'] !== undefined).toBe(can);
    }
  });

  it('tells errors of the same status apart by their code', () => {
    for (const { responses } of operations) {
      for (const { content } of Object.values(responses)) {
        const { schema } = content?.['application/json'] ?? {};
        const codes = schema?.oneOf?.map((one) => [codeOf(one), one.$ref]);
        if (codes) expect(schema?.discriminator?.mapping).toEqual(Object.fromEntries(codes));
      }
    }
  });

  it('can say that it was made before, where it takes a key', () => {
    for (const name of endpointNames) {
      const { responses } = operationOf(name);
      const told = responses[rows[name].status]?.headers?.['Idempotency-Replayed'];
      expect(told !== undefined, name).toBe(rows[name].idempotent === true);
    }
  });

  it('redirects a browser where it says so', () => {
    const redirecting = operations.filter(({ responses }) => responses[302]);

    expect(redirecting.map(({ operationId }) => operationId)).toEqual(['open-interview']);
    expect(redirecting[0]?.responses[302]?.headers).toHaveProperty('Location.schema');
  });
});

describe('every schema', () => {
  it('has a description, and so has each field, with an example or a schema that has one', () => {
    for (const [name, schema] of Object.entries(schemas)) {
      expect(schema.description, name).toBeTruthy();
      for (const [field, { description, examples, ...json }] of fieldsOf(name)) {
        expect(description, `${name}.${field}`).toBeTruthy();
        expect(examples ?? refsIn(json)[0], `${name}.${field}`).toBeDefined();
      }
    }
  });

  it('has a name, so that no generator has to invent one', () => {
    for (const [name, { properties = {}, ...schema }] of Object.entries(schemas)) {
      const inner = [...Object.values(properties), schema.items ?? {}];
      const nameless = inner.flatMap(nodesOf).filter((node) => node.properties);
      const choices = inner
        .flatMap(nodesOf)
        .flatMap(({ anyOf = [], oneOf = [], items = {} }) => [...anyOf, ...oneOf, items]);

      expect([nameless, choices.filter((one) => one.enum)], name).toEqual([[], []]);
    }
  });

  it('gives the format of ids and times', () => {
    for (const [field, json] of Object.keys(schemas).flatMap(fieldsOf)) {
      if (/(?:^|_)at$|_time$/.test(field)) expect(json.format, field).toBe('date-time');
      const isId = /(?<!client|competency|criterion|model|request)_id$/.test(field);
      if (isId) expect(json.format, field).toBe('uuid');
      if (/email$/.test(field)) expect(json.format, field).toBe('idn-email');
    }
  });

  it('is the same whether it is sent or returned', () => {
    const sent = new Set(Object.keys(requests).flatMap((name) => reached(name)));
    const form = (name: string, io: 'input' | 'output') =>
      JSON.stringify(z.toJSONSchema(named[name]?.schema ?? z.never(), { io })).replaceAll(
        ',"additionalProperties":false',
        '',
      );

    for (const name of sent) {
      if (name in replies) expect(form(name, 'input')).toBe(form(name, 'output'));
    }
  });
});

/** The names of the schemas that one refers to, at any depth. */
const reached = (name: string): string[] => [
  name,
  ...refsIn(schemas[name] ?? {}).flatMap((ref) => reached(ref.split('/').at(-1) ?? '')),
];

describe('every example', () => {
  it('is one that its schema takes', () => {
    for (const [name, { value }] of Object.entries(examples)) {
      const { error } = named[name]?.schema.safeParse(value) ?? {};

      expect(error, `${name}: ${error?.message}`).toBeUndefined();
    }
  });

  it('of a link has the window of its interview', () => {
    const example = (name: string) => String(fieldOf(name).examples?.[0]);
    const window = windowOf({ starts_at: example('starts_at'), ends_at: example('ends_at') });

    expect(example('opens_at')).toBe(isoUtc(window.opens_at));
    expect(example('expires_at')).toBe(isoUtc(window.expires_at));
  });

  it('of a field is one that the field takes', () => {
    for (const [name, { schema }] of Object.entries(named)) {
      for (const [field, { examples = [] }] of fieldsOf(name)) {
        const type = schema instanceof z.ZodObject ? schema.shape[field] : undefined;
        for (const example of examples) {
          expect(z.safeParse(type, example).success, `${name}.${field}`).toBe(true);
        }
      }
    }
  });
});

describe('the document', () => {
  it('refers only to what it defines, and defines only what it refers to', () => {
    const defined = Object.entries(document.components)
      .filter(([kind]) => kind !== 'securitySchemes')
      .flatMap(([kind, all]) => Object.keys(all).map((name) => `#/components/${kind}/${name}`));
    const schemes = operations.flatMap(({ security }) => security.flatMap(Object.keys));

    expect([...new Set(refsIn(document))].toSorted()).toEqual(defined.toSorted());
    expect([...new Set(schemes)]).toEqual(Object.keys(document.components.securitySchemes));
  });

  it('uses every word that is written for it', () => {
    const fields = new Set(
      Object.keys(schemas)
        .flatMap(fieldsOf)
        .map(([field]) => field),
    );
    const parameters = operations.flatMap((one) => one.parameters ?? []).map((one) => one.name);
    const own = Object.entries({ ...requests, ...replies }).flatMap(([name, one]) =>
      [...Object.keys(one.fields ?? {}), ...(one.shown ?? [])].map(
        (field) => [name, field] as const,
      ),
    );

    expect(fieldNames.filter((name) => !fields.has(name) && !parameters.includes(name))).toEqual(
      [],
    );
    expect(own.filter(([name, field]) => !schemas[name]?.properties?.[field])).toEqual([]);
    expect(Object.keys(told).toSorted()).toEqual(endpointNames.toSorted());
  });
});

interface Refused {
  code: string;
  [detail: string]: unknown;
}

test('a test’s client takes a refusal only as the document has it', () => {
  const refusal = { code: 'interview_not_found', error: 'Interview not found' };
  const taken = (row: EndpointRow, status: number, body: Refused, wait?: string) => () =>
    requireDocumented(row, status, body, wait ?? null);

  expect(taken(rows.getInterview, 404, refusal)).not.toThrow();
  expect(taken(rows.getInterview, 400, refusal)).toThrow('lacks 400 interview_not_found');
  expect(taken(rows.getLink, 404, refusal)).toThrow('of get-link');
  expect(taken(rows.viewInterview, 403, { code: 'forbidden', error: '' })).toThrow('forbidden');
  expect(taken(rows.getInterview, 404, { code: refusal.code })).toThrow('other fields: error');
  expect(taken(rows.getInterview, 404, { ...refusal, at: 1 })).toThrow('other fields: at');
  expect(taken(rows.getInterview, 404, refusal, '5')).toThrow('other fields: Retry-After');
});
