import * as z from 'zod';
import { type Field, fieldOf } from './fields.ts';
import type { Named } from './named.ts';

export type Json = z.core.JSONSchema.BaseSchema;

/** A reference to a named schema. */
export const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** What zod knows and a reader does not need. */
const tidy = ({ jsonSchema: json }: { jsonSchema: Json }) => {
  // A later version can have more fields, which a client ignores.
  if (json.additionalProperties === false) delete json.additionalProperties;
  if (json.format) delete json.pattern;
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
};

/** A schema without a name, such as that of a parameter. */
export const jsonOf = (schema: z.core.$ZodType): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { override: tidy });
  return json;
};

/** The short form of a value or null, which is also what most generators of clients read best. */
const nullable = ({ anyOf, ...json }: Json): Json => {
  const [first, second] = anyOf ?? [];
  return first?.type && second?.type === 'null'
    ? { ...json, ...first, type: [first.type, second.type].flat() }
    : { ...json, ...(anyOf && { anyOf }) };
};

/** A schema with what its field is; one that refers to others leaves the example to them. */
export const describedAs = ({ examples, ...field }: Partial<Field>, json: Json): Json => {
  const known = json.enum ?? (json.const === undefined ? undefined : [json.const]);
  const shown = JSON.stringify(json).includes('"$ref"') ? undefined : (examples ?? known);
  return { ...field, ...nullable(json), ...(shown && { examples: shown.slice(0, 1) }) };
};

const described = ({ description, fields }: Named, { $schema, $id, ...json }: Json): Json => ({
  description,
  ...json,
  ...(json.properties && {
    properties: Object.fromEntries(
      Object.entries(json.properties).map(([name, property]) => [
        name,
        describedAs(fieldOf(name, fields?.[name]), Object(property)),
      ]),
    ),
  }),
});

/** The named schemas as JSON Schema that refers to each other by name, and the names of all. */
export const schemasOf = (
  requests: Readonly<Record<string, Named>>,
  replies: Readonly<Record<string, Named>>,
) => {
  const named = Object.entries({ ...requests, ...replies });
  const registry = z.registry<{ id: string }>();
  for (const [id, { schema }] of named) registry.add(schema, { id });
  const converted = (['input', 'output'] as const).map((io) =>
    z.toJSONSchema(registry, { io, override: tidy, uri: (id) => refTo(id).$ref }),
  );
  const [input, output] = converted.map(({ schemas }) => schemas);
  const schemas = Object.fromEntries(
    named.map(([name, one]) => [
      name,
      described(one, (name in requests ? input : output)?.[name] ?? {}),
    ]),
  );
  const nameOf = (schema: z.ZodType): string => {
    const name = registry.get(schema)?.id;
    if (!name) throw new Error('A body or an answer has no name in the OpenAPI document');
    return name;
  };
  return { schemas, nameOf };
};
