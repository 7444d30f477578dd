import type { AccommodationView } from '../../shared/contract/accommodation-view.ts';
import { AppError } from '../../shared/domain/errors.ts';
import { namedAccommodation } from '../../shared/interviews/named.ts';
import { requireInterview } from '../../shared/interviews/require-interview.ts';
import type {
  readAccommodation,
  handleAccommodation as store,
} from '../../shared/table/accommodations.ts';
import { type Actor, actorName } from '../../shared/table/audit.ts';
import { type Bound, overIfOvertaken } from '../../shared/table/client.ts';
import type { readInterview } from '../../shared/table/interviews.ts';
import { nextMoment } from '../../shared/table/moment.ts';
import type { readUserNames } from '../../shared/table/user-names.ts';

interface Deps {
  readInterview: Bound<typeof readInterview>;
  readAccommodation: Bound<typeof readAccommodation>;
  readUserNames: Bound<typeof readUserNames>;
  store: Bound<typeof store>;
  now(): number;
}

/**
 * Notes that a request was seen to, or is open again; without a note, the earlier one stays.
 * @throws AppError interview_not_found, not_found, conflict
 */
export const handleAccommodation = (
  deps: Deps,
  by: Actor,
  { interview_id, accommodation_id }: { interview_id: string; accommodation_id: string },
  sent: { handled: boolean; note?: string | undefined },
): Promise<AccommodationView> =>
  overIfOvertaken(async () => {
    const [found, read, names] = await Promise.all([
      deps.readInterview(interview_id),
      deps.readAccommodation(interview_id, accommodation_id),
      deps.readUserNames(),
    ]);
    const record = requireInterview(found);
    if (!read) throw new AppError('not_found', 'The interview has no such request');
    const { handled } = sent;
    const { handled: was = false, handled_by: _by, handled_at: _at, note: noted, ...asked } = read;
    const note = sent.note ?? noted;
    if (handled === was && (note ?? '') === (noted ?? '')) return namedAccommodation(read, names);
    const at = nextMoment(record, deps.now());
    const set = {
      handled,
      ...(handled && { handled_by: actorName(by), handled_at: at }),
      ...(note && { note }),
    };
    await deps.store(record.interview, { read, set, at, by });
    return namedAccommodation({ ...asked, ...set }, names);
  });
