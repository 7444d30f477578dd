import type * as z from 'zod';
import { invalidInput } from './errors.ts';

/** The validator's message as the end of a sentence that already says "invalid". */
const plain = (message: string) =>
  message.replace(/^Invalid (?:input|option): /, '').replace(/^Invalid /, 'must be a valid ');

/**
 * Parses what a client sent.
 * @throws AppError invalid_input naming each field and its limit, never repeating the value
 */
export const parseInput = <T extends z.ZodType>(schema: T, input: unknown): z.output<T> => {
  const parsed = schema.safeParse(input, {
    error: (issue) => (issue.input === undefined ? 'is required' : undefined),
  });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: plain(issue.message),
  }));
  throw invalidInput(issues);
};
