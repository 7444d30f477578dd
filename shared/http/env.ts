import * as z from 'zod';
import { ConfigurationError } from '../domain/errors.ts';

/**
 * Reads a function's environment at cold start.
 * @throws ConfigurationError naming the missing variables; there is no fallback for missing configuration
 */
export const readEnv = <const Names extends readonly string[]>(
  ...names: Names
): Record<Names[number], string> => {
  const parsed = z
    .object(Object.fromEntries(names.map((name) => [name, z.string().min(1)])))
    .safeParse(process.env);
  if (parsed.success) return parsed.data as Record<Names[number], string>;
  const missing = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new ConfigurationError(`Missing configuration: set ${missing}`);
};
