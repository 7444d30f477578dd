import { TalaroError } from './error.ts';
import type { Route } from './routes.ts';

/** What a call is given, by name. */
export type Values = Readonly<Record<string, unknown>>;

/** A part of a path. `.` and `..`, even escaped, would lead to another endpoint. */
const partOf = (name: string, value: unknown): string => {
  const text = String(value ?? '').toWellFormed();
  if (!/^\.{0,2}$/.test(text)) return encodeURIComponent(text);
  const message = value === undefined || value === null ? 'is required' : 'is not an id';
  throw new TalaroError(`${name} ${message}`, {
    code: 'invalid_input',
    status: 400,
    issues: [{ path: name, message }],
  });
};

/**
 * The path and the query of a call, and what is left for the body; null where there is none.
 * @throws TalaroError `invalid_input` for what cannot be part of a path
 */
export const addressOf = ({ path, hasBody }: Route, input: Values) => {
  const rest = { ...input };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = partOf(name, rest[name]);
    delete rest[name];
    return part;
  });
  if (hasBody) return { address: filled, body: JSON.stringify(rest) };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  return { address: query.size > 0 ? `${filled}?${query}` : filled, body: null };
};
