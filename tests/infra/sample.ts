import * as z from 'zod';

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

/** The smallest valid value of a schema: its required fields, each with a value of its form. */
export const sample = (schema: z.ZodType): Record<string, unknown> =>
  z
    .record(z.string(), z.unknown())
    .parse(sampleOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })));
