import type * as z from 'zod';
import { invalidInput } from './errors.ts';
import { withCommas } from './plain-text.ts';

const types: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** Of a number that cannot be held exactly; the field's own limit is named beside it. */
const tooManyDigits = 'has too many digits';

/** What is wrong, as the end of a sentence that begins with the field: nothing of the validator's own. */
export const wordsFor = (issue: z.core.$ZodRawIssue): string => {
  if (issue.input === undefined) return 'is required';
  switch (issue.code) {
    case 'invalid_type':
      // 1e400 is read as infinity.
      if (issue.expected === 'number' && typeof issue.input === 'number') return tooManyDigits;
      return `must be ${types[issue.expected] ?? 'of another type'}`;
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
    case 'too_small':
      if (issue.origin === 'int') return tooManyDigits;
      if (issue.origin === 'array') return 'must not be empty';
      return `must be ${issue.inclusive ? 'at least' : 'more than'} ${withCommas(issue.minimum)}`;
    case 'too_big': {
      if (issue.origin === 'int') return tooManyDigits;
      const most = `at most ${withCommas(issue.maximum)}`;
      if (issue.origin === 'array') return `must have ${most} entries`;
      return `must be ${most}${issue.origin === 'string' ? ' characters' : ''}`;
    }
    case 'invalid_format':
      return issue.format === 'guid' ? 'must be a UUID' : 'is not well-formed';
    default:
      return 'is not valid';
  }
};

/**
 * Parses what a client sent.
 * @throws AppError invalid_input naming each field and its limit, never repeating the value
 */
export const parseInput = <T extends z.ZodType>(schema: T, input: unknown): z.output<T> => {
  const parsed = schema.safeParse(input, { error: wordsFor });
  if (parsed.success) return parsed.data;
  const byPath = Map.groupBy(parsed.error.issues, ({ path }) => path.join('.'));
  throw invalidInput(
    [...byPath].flatMap(([path, issues]) =>
      // Of a value of the wrong type, the length is measured all the same.
      issues
        .slice(0, issues[0]?.code === 'invalid_type' ? 1 : issues.length)
        .map(({ message }) => ({ path, message })),
    ),
  );
};
