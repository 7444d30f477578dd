import { InterviewerError } from './interviewer.ts';
import type { Task } from './task.ts';

/** Something wrong with an output. The code may be logged; the message goes only to the model. */
export interface Problem {
  code: string;
  message: string;
}

/** An incomplete result, for when there is no better one. */
export interface Fallback<Result> {
  result: Result;
  /** How much of it is missing; of two fallbacks, the one with less missing is used. */
  missing: number;
}

/** The outcome of a check: a result, or problems, possibly with a result to fall back on. */
export type Checked<Result> =
  | { result: Result; problems?: never }
  | { problems: Problem[]; fallback?: Fallback<Result> | undefined };

/** Of two fallbacks, the one with less missing; of two alike, the later. */
export const better = <Result>(
  later: Fallback<Result> | undefined,
  earlier: Fallback<Result> | undefined,
): Fallback<Result> | undefined =>
  later && earlier && earlier.missing < later.missing ? earlier : (later ?? earlier);

/** Checks the value of a reply: that it is JSON, has the shape of its task, and passes the check. */
export const checkReply = <Output, Result>(
  task: Task<Output>,
  value: unknown,
  check: (output: Output) => Checked<Result>,
): Checked<Result> => {
  if (value === undefined) {
    return { problems: [{ code: 'not_json', message: 'It is not one JSON object.' }] };
  }
  const parsed = task.output.safeParse(value);
  if (parsed.success) return check(parsed.data);
  const problems = parsed.error.issues.slice(0, 12).map((issue) => ({
    code: 'wrong_shape',
    message: `${issue.path.join('.') || 'the object'}: ${issue.message}`,
  }));
  return { problems };
};

/** The error for an output that nothing makes usable. */
export const unusable = (codes: readonly string[]) =>
  new InterviewerError('invalid_output', { problems: [...new Set(codes)] });
