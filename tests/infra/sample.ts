import * as z from 'zod';
import type { EndpointRow } from '../../shared/contract/endpoint-row.ts';

const Schema = z.object({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  required: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});

const texts: Record<string, string> = {
  'idn-email': 'ada@example.com',
  guid: '3f2b8c1e-5d47-4f6a-9b0e-7c1d2e3f4a5b',
  uuid: '3f2b8c1e-5d47-4f6a-9b0e-7c1d2e3f4a5b',
};

const sampleOf = (json: unknown): unknown => {
  const schema = Schema.parse(json);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'object') {
    const required = (schema.required ?? []).map((name) => [
      name,
      sampleOf(schema.properties?.[name]),
    ]);
    return Object.fromEntries(required);
  }
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  return texts[schema.format ?? ''] ?? 'text';
};

/** What a body needs beside the fields that its schema requires in every case. */
const needed: Record<string, object> = {
  'refresh-login': { refresh: 'token' },
  logout: { refresh: 'token' },
  'update-user': { name: 'Noor' },
  'update-interview': { candidate_name: 'Noor' },
  'create-interview': { job_title: 'Engineer', job_description: 'We store orders.' },
  'create-interviews': { interviews: [null] },
  'revise-kit': {
    competencies: [{ id: 'care', name: 'Care', description: 'Takes care.', weight: 1 }],
  },
};

/** The smallest valid body of a row, if it takes one: what is required, each with a value of its form. */
export const sampleBody = ({ body, folder }: EndpointRow): object | undefined => {
  if (!body) return;
  const required = sampleOf(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }));
  return { ...Object(required), ...needed[folder] };
};
