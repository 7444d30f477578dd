/**
 * The variable that carries the sentence of `nextStep` to the functions: in base64url, because
 * CloudFormation turns characters that are not ASCII into question marks; `none` without a sentence.
 */
export const nextStepVariable = (sentence: string | undefined): string =>
  sentence === undefined ? 'none' : Buffer.from(sentence).toString('base64url');

/** The sentence in the variable, or null if there is none. */
export const nextStepIn = (variable: string): string | null =>
  variable === 'none' ? null : Buffer.from(variable, 'base64url').toString();
