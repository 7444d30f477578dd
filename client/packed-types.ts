import type { EndpointRow } from '../shared/contract/endpoint-row.ts';
import { type Endpoints, endpoints } from '../shared/contract/endpoints.ts';
import type { Json } from '../shared/contract/open-api/schemas.ts';
import { openApi } from '../shared/contract/open-api.ts';

/** One line before what it is about; what would end the comment is taken out. */
const comment = (text: unknown): string =>
  typeof text === 'string' && text !== '' ? `/** ${text.replaceAll('*/', '* /')} */\n` : '';

const literal = (value: unknown) => JSON.stringify(value);

const block = (lines: readonly string[]) =>
  `{\n${lines.join('\n')}`.replaceAll('\n', '\n  ').concat('\n}');

const union = (types: readonly string[]) => [...new Set(types)].join(' | ');

const field = (name: string, schema: Json, isRequired: boolean): string => {
  const key = /^\w+$/.test(name) ? name : literal(name);
  const type = typeOf(schema);
  return `${comment(schema.description)}${key}${isRequired ? `: ${type}` : `?: ${type} | undefined`};`;
};

const objectOf = ({ properties, required = [], additionalProperties }: Json): string => {
  if (properties) {
    const fields = Object.entries(properties).map(([name, schema]) =>
      field(name, Object(schema), required.includes(name)),
    );
    return block(fields);
  }
  const values =
    typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown';
  return `{ [name: string]: ${values} }`;
};

const plain: Readonly<Record<string, string>> = { integer: 'number', object: '' };

/** A JSON schema as a type: what a value is made of, not how long or large it may be. */
const typeOf = (schema: Json): string => {
  const { $ref, anyOf, type, items } = schema;
  if ($ref) return $ref.replace('#/components/schemas/', '');
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum) return union(schema.enum.map(literal));
  if (anyOf) return union(anyOf.map(typeOf));
  if (Array.isArray(type)) return union(type.map((one) => typeOf({ ...schema, type: one })));
  if (type === 'array') return `Array<${typeOf(Object(items))}>`;
  return type === 'object' ? objectOf(schema) : (plain[type ?? ''] ?? type ?? 'unknown');
};

/** What is text on the wire and means a number or a truth value may be written as that. */
const queryType = (json: Json): Json => {
  if (json.type === 'integer') return { type: ['string', 'number'] };
  const isTruth = json.enum?.includes('true');
  return isTruth ? { anyOf: [{ enum: json.enum ?? [] }, { type: 'boolean' }] } : json;
};

const rows = Object.entries(endpoints) as [keyof Endpoints, EndpointRow][];

const operationOf = ({ path, method }: EndpointRow) => {
  const operation = openApi.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${path} is not in the OpenAPI document`);
  return operation;
};

type Content = { content: { 'application/json': { schema: Json } } };
const contentOf = (body: Content) => typeOf(body.content['application/json'].schema);

const inputOf = ({ parameters = [], requestBody }: ReturnType<typeof operationOf>): string => {
  const fields = parameters.flatMap((one) =>
    'schema' in one && one.in !== 'header'
      ? [
          field(
            one.name,
            { ...queryType(Object(one.schema)), description: one.description },
            one.required,
          ),
        ]
      : [],
  );
  const address = fields.length > 0 ? [block(fields)] : [];
  const body = requestBody ? [contentOf(requestBody as Content)] : [];
  return [...address, ...body].join(' & ') || 'unknown';
};

const endpointType = ([name, row]: (typeof rows)[number]): string => {
  const operation = operationOf(row);
  const output = contentOf(Object(operation.responses)[row.status]);
  return `${comment(operation.summary)}${name}: { input: ${inputOf(operation)}; output: ${output} };`;
};

const declared = ([name, schema]: [string, Json]): string => {
  const isInterface = schema.type === 'object' && schema.properties;
  const type = isInterface
    ? `interface ${name} ${typeOf(schema)}`
    : `type ${name} = ${typeOf(schema)};`;
  return `${comment(schema.description)}export ${type}`;
};

/**
 * The declarations that stand for contract-types.ts in the package: the API's types with the words of
 * its OpenAPI document, without zod, which those of the project are inferred with.
 */
export const packedTypes = (): string => {
  const schemas = Object.entries(openApi.components.schemas).filter(
    ([name]) => !name.endsWith('Error'),
  );
  return `${[
    ...schemas.map(declared),
    `/** What each endpoint takes and answers. */\nexport interface Endpoints ${block(rows.map(endpointType))}`,
    'export type EndpointName = keyof Endpoints;',
    '/** All that an endpoint takes, whether it goes into the path, the query or the body. */',
    "export type Input<Name extends EndpointName> = Endpoints[Name]['input'];",
    '/** What an endpoint answers. Later versions may add fields. */',
    "export type Output<Name extends EndpointName> = Endpoints[Name]['output'];",
  ].join('\n')}\n`;
};
