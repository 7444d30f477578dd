import { AppError, type ErrorCode } from '../../shared/domain/errors.ts';

/** The code of the error that `work` is refused with; `null` where it is not refused. */
export const refusalOf = async (
  work: Promise<unknown> | (() => unknown),
): Promise<AppError | null> => {
  try {
    await (typeof work === 'function' ? work() : work);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
};

/** Just the code of a refusal. */
export const codeOf = async (work: Promise<unknown> | (() => unknown)): Promise<ErrorCode | null> =>
  (await refusalOf(work))?.code ?? null;
