import { jsonIn } from '../domain/plain-text.ts';

const numeral = /^\s*-?\d{1,9}(?:\.\d{1,9})?\s*$/;

/**
 * A model's output fitted to its JSON schema where that takes no guess: an array or object that came as a
 * JSON string is read, a number that came as text too, and keys that the schema does not have are left
 * out. Text loses what cannot be stored (NUL, lone surrogates). Everything else stays as it is, for the
 * parser to judge.
 */
export const fitted = (value: unknown, schema: unknown): unknown => {
  if (!isRecord(schema)) return value;
  const { type, properties, items } = schema;
  if (type === 'number' || type === 'integer') {
    return typeof value === 'string' && numeral.test(value) ? Number(value) : value;
  }
  if (type !== 'array' && type !== 'object') return storable(value);
  const read = typeof value === 'string' ? jsonIn(value) : value;
  if (type === 'array') return Array.isArray(read) ? read.map((one) => fitted(one, items)) : read;
  if (!isRecord(read) || !isRecord(properties)) return read;
  const known = Object.entries(properties).filter(([key]) => Object.hasOwn(read, key));
  return Object.fromEntries(known.map(([key, inner]) => [key, fitted(read[key], inner)]));
};

const storable = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;

/** Whether a value is an object, and no array. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const thinkingEnds = '</think>';

/**
 * An output without the thinking before it, whose first tag may have been part of the prompt. The last
 * end counts: thinking can quote an answer in which a candidate wrote one.
 */
export const withoutThinking = (text: string): string => {
  if (/^\s*(?:[{[]|```)/.test(text)) return text;
  const end = text.lastIndexOf(thinkingEnds);
  if (end >= 0) return text.slice(end + thinkingEnds.length).trim();
  return /^\s*<think>/.test(text) ? '' : text;
};

/**
 * The JSON in a text, or undefined: the whole text, or what stands from its first brace to its last.
 * Prose and code fences around it are skipped; of two objects none is chosen.
 */
export const findJson = (text: string): unknown => {
  const object = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  return jsonIn(text) ?? jsonIn(object);
};
