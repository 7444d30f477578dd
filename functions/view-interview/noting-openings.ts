import { errorFacts, logger } from '../../shared/http/log.ts';
import type { Admitted } from '../../shared/links/admission.ts';
import type { Bound } from '../../shared/table/client.ts';
import { nextMoment } from '../../shared/table/moment.ts';
import type { noteOpening } from '../../shared/table/openings.ts';

interface Deps {
  noteOpening: Bound<typeof noteOpening>;
  now(): number;
}

/** Notes the first opening of each link. The view is answered whether or not that can be stored. */
export const notingOpenings =
  (deps: Deps) =>
  async (record: Admitted): Promise<void> => {
    const { interview, link } = record;
    if (link.opened_at || interview.status === 'completed') return;
    const at = nextMoment(record, deps.now());
    try {
      await deps.noteOpening(interview, link, at);
    } catch (error) {
      logger.warn('opening not noted', {
        interview_id: interview.interview_id,
        error: errorFacts(error),
      });
    }
  };
