import type { Named } from './named.ts';
import type { Json } from './schemas.ts';

/**
 * Composes examples of the named schemas from those of their fields: what is required, and what is
 * to be shown. A list has one entry.
 */
export const examplesOf = (
  schemas: Readonly<Record<string, Json>>,
  named: Readonly<Record<string, Named>>,
) => {
  const exampleOf = (json: Json, shown: readonly string[] = []): unknown => {
    if (json.examples) return json.examples[0];
    if (json.enum) return json.enum[0];
    if (json.const !== undefined) return json.const;
    if (json.anyOf?.[0]) return exampleOf(json.anyOf[0]);
    if (json.$ref) return exampleOfNamed(json.$ref.split('/').at(-1) ?? '');
    if (json.items) return [exampleOf(Object(json.items))];
    const fields = Object.entries(json.properties ?? {}).filter(
      ([name]) => json.required?.includes(name) || shown.includes(name),
    );
    return Object.fromEntries(fields.map(([name, field]) => [name, exampleOf(Object(field))]));
  };
  const exampleOfNamed = (name: string): unknown =>
    exampleOf(schemas[name] ?? {}, named[name]?.shown);
  return exampleOfNamed;
};
