import type { TalaroError } from '../../../../client/error.ts';
import type { NewInterview } from '../../../../client/person-check.ts';
import type { Client } from '../../../../client/types.ts';

/** A request whose outcome may not be known: under its key it never makes a second interview. */
export interface Attempt {
  key: string;
  request: NewInterview;
}

/** Whether a refusal says for certain that nothing was made, so that the next request is another one. */
const isRefusal = ({ status, code }: TalaroError) =>
  status >= 400 && status < 500 && code !== 'idempotency_mismatch' && status !== 401;

export interface Creating {
  talaro: Pick<Client, 'createInterview'>;
  /** The one before, if its outcome is not known. */
  earlier: Attempt | null;
  keep(attempt: Attempt | null): void;
}

/**
 * Creates an interview once, however often it is tried and whatever is lost on the way.
 * @returns its id, and whether it is what an earlier attempt had made, which was thought to be lost
 * @throws TalaroError
 */
export const createOnce = async (
  { talaro, earlier, keep }: Creating,
  request: NewInterview,
): Promise<{ interview_id: string; wasEarlier: boolean }> => {
  const attempt = earlier ?? { key: crypto.randomUUID(), request };
  keep(attempt);
  const send = (sent: NewInterview) =>
    talaro.createInterview(sent, { idempotency_key: attempt.key });
  try {
    const { interview_id } = await send(request);
    return { interview_id, wasEarlier: false };
  } catch (caught) {
    const error = caught as TalaroError;
    if (error.code === 'idempotency_mismatch') {
      const { interview_id } = await send(attempt.request);
      return { interview_id, wasEarlier: true };
    }
    if (isRefusal(error)) keep(null);
    throw error;
  }
};
