import { AppError, type ErrorCode } from '../../shared/domain/errors.ts';

/** The error that `work` is refused with; `null` if it is not refused. */
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

/** The code of a refusal; `null` if there is none. */
export const codeOf = async (work: Promise<unknown> | (() => unknown)): Promise<ErrorCode | null> =>
  (await refusalOf(work))?.code ?? null;
