import type { Provenance } from '../domain/provenance.ts';
import type { Interviewer } from './interviewer.ts';

/**
 * Runs what makes use of paid replies, and books them as wasted if it fails.
 * @param used the replies; more may be added while the work runs
 */
export const bookIfLost = async <Made>(
  { wasted }: Pick<Interviewer, 'wasted'>,
  used: readonly Provenance[],
  work: () => Promise<Made>,
): Promise<Made> => {
  try {
    return await work();
  } catch (error) {
    await wasted(...used);
    throw error;
  }
};
