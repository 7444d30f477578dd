import type { Json } from '../../shared/contract/open-api/schemas.ts';
import type { openApi } from '../../shared/contract/open-api.ts';

export type OpenApi = typeof openApi;
export type Operation = OpenApi['paths'][string][string];

export interface Parameter {
  name: string;
  in: string;
  required: boolean;
  description: string;
  schema: object;
}

/** A request's body or a reply. */
export interface Body {
  $ref?: string;
  description?: string;
  content?: { 'application/json': { schema: unknown } };
}

const nameOf = ($ref = '') => $ref.split('/').at(-1) ?? '';

/** What is behind the references of a document. */
export const reading = ({ components }: OpenApi) => {
  /** A schema with what it refers to, and its name as `title`; of a choice, the types of all. */
  const whole = (sent: unknown): Json => {
    const { $ref, anyOf = [], ...own }: Json = Object(sent);
    const named = $ref ? [{ ...components.schemas[nameOf($ref)], title: nameOf($ref) }] : [];
    const [first, ...others] = [...named, ...anyOf].map(whole);
    const types = [first, ...others, own].flatMap((one) => one?.type ?? []);
    return { ...first, ...own, type: [...new Set(types)] };
  };
  const responses: Readonly<Record<string, Body>> = components.responses;
  const named = (sent: Body): Body => responses[nameOf(sent.$ref)] ?? sent;
  const schemaOf = (sent: Body): Json => Object(named(sent).content?.['application/json'].schema);
  return {
    whole,
    named,
    schemaOf,
    /** The error codes of a reply. */
    codesOf: (sent: Body): string[] => {
      const schema = schemaOf(sent);
      return (schema.oneOf ?? [schema]).map((one) =>
        String(whole(whole(one).properties?.code).const),
      );
    },
    exampleOf: (sent: Body): unknown => components.examples[nameOf(schemaOf(sent).$ref)]?.value,
  };
};
