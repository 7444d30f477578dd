import { invalidInput } from '../domain/errors.ts';

/**
 * Parses a JSON body, as text or as bytes; a byte order mark before it is skipped.
 * @throws AppError invalid_input if it is not valid JSON in UTF-8
 */
export const parseJson = (body: string | Uint8Array): unknown => {
  try {
    // The decoder skips the mark too.
    return JSON.parse(
      typeof body === 'string'
        ? body.replace(/^\ufeff/, '')
        : new TextDecoder('utf-8', { fatal: true }).decode(body),
    );
  } catch {
    // The parser's message quotes the body, so it goes nowhere.
    throw invalidInput([{ path: '', message: 'is not valid JSON in UTF-8' }]);
  }
};
