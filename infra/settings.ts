import { accessSync, constants, statSync } from 'node:fs';
import * as z from 'zod';
import { numeric } from '../shared/contract/settings.ts';
import { Brand } from '../shared/domain/brand.ts';
import { isApplicationProfile, parseModelId } from '../shared/domain/model-id.ts';
import { wordsFor } from '../shared/domain/parse-input.ts';
import { jsonIn } from '../shared/domain/plain-text.ts';
import { machineScopes } from '../shared/http/caller.ts';
import { describedModels } from '../shared/interviewer/described-models.ts';
import type { DescribedModels } from '../shared/interviewer/models.ts';

// What a setting's value may be. Each message is the end of a sentence that begins with the setting.

/** The words for problems that a schema has none of its own for: those of requests, and two more. */
export const plainWords =
  (kind: 'setting' | 'capability'): z.core.$ZodErrorMap =>
  (issue) => {
    if (issue.code === 'unrecognized_keys') return `there is no ${kind} ${issue.keys.join(', ')}`;
    if (issue.code === 'invalid_key') return 'each entry must name a model';
    return wordsFor(issue);
  };

export const Email = Brand.shape.contact_email;

export const Dollars = numeric(
  'must be a number of US dollars above 0 and at most 1000000, such as 10',
  (value) => value > 0 && value <= 1_000_000,
);

export const Choice = z.coerce.string().pipe(
  z.stringbool({
    truthy: ['true'],
    falsy: ['false'],
    error: 'must be true or false',
  }),
);

/** A program of the deployment's owner that may call the API. */
export interface ApiClient {
  name: string;
  scopes: readonly string[];
}

const { read, write } = machineScopes;

/** Names with commas between; `:read` behind one whose client may only read. */
export const ApiClients = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,30}(:read)?(,[a-z][a-z0-9-]{0,30}(:read)?){0,19}$/,
    'must be at most 20 names with commas between, such as ats,crm:read: lower-case letters, digits and hyphens, beginning with a letter, at most 31, and :read behind the name of a client that only reads',
  )
  .transform((text) => text.split(',').map((client) => client.split(':')))
  .refine(
    (clients) => new Set(clients.map(([name]) => name)).size === clients.length,
    'must name each client once',
  )
  .transform((clients): ApiClient[] =>
    clients.map(([name = '', only]) => ({ name, scopes: only ? [read] : [read, write] })),
  );

const aHost = 'must be a host name, for example interviews.example.com';

export const HostName = z.hostname(aHost).regex(/\.[a-z][a-z0-9-]*[a-z0-9]$/i, aHost);

const isReadable = (path: string): boolean => {
  try {
    accessSync(path, constants.R_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/** A file; it is served as `/logo` with the same extension. */
export const Picture = z
  .string()
  .regex(/\.(svg|png|webp|avif)$/, 'must be an svg, png, webp or avif file')
  .refine(isReadable, 'must be the path of a file that can be read');

export const ModelId = z
  .string()
  .refine(
    (id) => parseModelId(id)?.is_arn === false || isApplicationProfile(id),
    'must be a Bedrock model or inference profile id, such as global.anthropic.claude-haiku-5-5, or the ARN of an application inference profile',
  );

/** JSON on the command line, an object in cdk.json. */
export const ModelCapabilities = z.unknown().transform((given, context): DescribedModels => {
  const described = typeof given === 'string' ? (jsonIn(given) ?? given) : given;
  const { data, error } = describedModels().safeParse(described, {
    error: plainWords('capability'),
  });
  if (data) return data;
  const [problem] = error.issues;
  const where = problem?.path.length ? `: ${problem.path.join(' ')} ${problem.message}` : '';
  const message = `must be JSON such as {"zai.glm-4.7": {"tool_use": true}}${where}`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});
