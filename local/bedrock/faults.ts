import { isRecord } from '../../shared/interviewer/lenient.ts';
import { ServiceError } from '../wire/service-error.ts';
import { type Answered, replyWith, say } from './reply.ts';

/** What Bedrock answers in place of a reply. */
const ERRORS = {
  throttle: new ServiceError(
    'ThrottlingException',
    'Too many requests, please wait before trying again.',
    { status: 429 },
  ),
  model_timeout: new ServiceError('ModelTimeoutException', 'The model took too long.', {
    status: 408,
  }),
  model_error: new ServiceError('ModelErrorException', 'The model failed to process the request.', {
    status: 424,
    fields: { originalStatusCode: 500, resourceName: 'offline' },
  }),
  unavailable: new ServiceError('ServiceUnavailableException', 'The service is unavailable.', {
    status: 503,
  }),
  access_denied: new ServiceError('AccessDeniedException', 'You have no access to this model.', {
    status: 403,
  }),
} as const;

/** Ways of stopping without an output, by the stop reason and what is said before it. */
const STOPS = {
  refuse: 'refusal',
  content_filtered: 'content_filtered',
  guardrail: 'guardrail_intervened',
} as const;

type Output = Record<string, unknown>;

const SPOILED: Record<string, (output: Output) => unknown> = {
  extra_keys: (output) => ({ ...output, score: 87, note: 'An extra key.' }),
  missing_keys: (output) => Object.fromEntries(Object.entries(output).slice(1)),
  level_nan: (output) => withLevel(output, 'NaN'),
  level_minus_one: (output) => withLevel(output, -1),
  level_101: (output) => withLevel(output, 101),
  level_fraction: (output) => withLevel(output, 3.5),
  // Complete and well formed, but in a language that nobody asked for.
  wrong_language: (output) => inWrongLanguage(output),
  invented_quote: (output) =>
    withQuote(
      output,
      'I rebuilt the billing platform alone in nine days and doubled its throughput.',
    ),
  foreign_quote: (output) =>
    withQuote(output, 'At the harbour office I sorted the freight papers by the date of sailing.'),
};

/** Puts a value at the place of the first level or importance of an output. */
const withLevel = (output: Output, level: unknown): unknown => {
  for (const [key, list] of Object.entries(output)) {
    if (!Array.isArray(list) || !isRecord(list[0])) continue;
    const field = ['level', 'importance'].find((name) => name in list[0]) ?? 'level';
    return { ...output, [key]: [{ ...list[0], [field]: level }, ...list.slice(1)] };
  }
  return { ...output, level };
};

const withQuote = (output: Output, quote: string): unknown => {
  if (!Array.isArray(output.criteria)) return output;
  const criteria = output.criteria.map((one) =>
    isRecord(one) ? { ...one, quotes: [quote], level: 5 } : one,
  );
  return { ...output, criteria };
};

/** Keys, ids and quotes stay; every other text becomes Finnish, which no interview here is in. */
const inWrongLanguage = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value))
    return key === 'quotes' ? value : value.map((one) => inWrongLanguage(one, key));
  if (isRecord(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, inWrongLanguage(one, name)]),
    );
  if (typeof value !== 'string' || key.endsWith('_id')) return value;
  return 'Hakija kertoi työstään selkeästi, mutta tämä teksti on kirjoitettu väärällä kielellä.';
};

/** Everything that the stand-in can be told to do in place of its work. */
export const faults = [
  ...(Object.keys(ERRORS) as (keyof typeof ERRORS)[]),
  ...(Object.keys(STOPS) as (keyof typeof STOPS)[]),
  'hang',
  'drop',
  'max_tokens',
  'empty',
  'broken_json',
  'prose',
  'extra_keys',
  'missing_keys',
  'level_nan',
  'level_minus_one',
  'level_101',
  'level_fraction',
  'wrong_language',
  'invented_quote',
  'foreign_quote',
] as const;
export type BedrockFault = (typeof faults)[number];

/** The service error that a fault is, if it is one. */
export const errorOf = (fault: BedrockFault): ServiceError | undefined =>
  Object.entries(ERRORS).find(([name]) => name === fault)?.[1];

const cutText = (output: unknown) => {
  const whole = JSON.stringify(output);
  return whole.slice(0, Math.ceil(whole.length / 2));
};

/** The reply that a fault makes of a healthy output. */
export const spoil = (fault: BedrockFault, output: object, tool: string | undefined): Answered => {
  const stop = Object.entries(STOPS).find(([name]) => name === fault)?.[1];
  if (stop) return say('I cannot help with this request.', stop);
  if (fault === 'empty') return { content: [], stopReason: 'end_turn' };
  if (fault === 'max_tokens') return say(cutText(output), 'max_tokens');
  if (fault === 'broken_json') return say(cutText(output));
  if (fault === 'prose') return say('The answer was very good, I would give it 90 of 100.');
  return replyWith(SPOILED[fault]?.({ ...output }) ?? output, tool);
};
