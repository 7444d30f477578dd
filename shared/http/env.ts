import { ConfigurationError } from '../domain/errors.ts';

/**
 * Reads a function's environment at cold start.
 * @throws ConfigurationError naming the missing variables; there is no fallback for missing configuration
 */
export const readEnv = <const Names extends readonly string[]>(
  ...names: Names
): Record<Names[number], string> => {
  const given = names.map((name) => [name, process.env[name]] as const);
  const missing = given.flatMap(([name, value]) => (value ? [] : name));
  if (missing.length > 0) {
    throw new ConfigurationError(`Missing configuration: set ${missing.join(', ')}`);
  }
  return Object.fromEntries(given) as Record<Names[number], string>;
};
