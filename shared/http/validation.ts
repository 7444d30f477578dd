import { AppError } from '../domain/errors.ts';

/** Parses a JSON body. @throws AppError invalid_input if it is not valid JSON */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the body, so it goes nowhere.
    throw new AppError('invalid_input', 'The request body is not valid JSON', {
      details: { issues: [{ path: '', message: 'must be valid JSON' }] },
    });
  }
};
