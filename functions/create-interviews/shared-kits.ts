import { asLinkable } from '../../shared/domain/interview.ts';
import type { ScheduledInterview, Scheduling } from '../../shared/interviews/create-interview.ts';
import { jobHash } from '../../shared/kits/write-kit.ts';
import type { LinkMaking } from '../../shared/links/make-link.ts';

/** Calls once for each key: what that makes, or how it fails, is the answer to all. */
const once = <What, Rest extends unknown[], Made>(
  keyOf: (what: What) => string,
  call: (what: What, ...rest: Rest) => Promise<Made>,
) => {
  const made = new Map<string, Promise<Made>>();
  return (what: What, ...rest: Rest): Promise<Made> => {
    const key = keyOf(what);
    const found = made.get(key) ?? call(what, ...rest);
    made.set(key, found);
    return found;
  };
};

type OfJob = Pick<ScheduledInterview, keyof Parameters<typeof asLinkable>[0] | 'job_description'>;

/** What interviews with the same kit have in common; one that can have no link is for itself. */
const jobOf = (interview: OfJob): string => {
  const linkable = asLinkable(interview);
  if (!linkable) return interview.interview_id;
  return linkable.kit_id ?? jobHash({ ...linkable, job_description: interview.job_description });
};

/** The reading of a kit, and the finding or writing of one, done once for all rows that share it. */
export const sharedKits = ({
  readKit,
  kitOf,
}: Pick<Scheduling, 'readKit'> & Pick<LinkMaking, 'kitOf'>) => ({
  readKit: once((kit_id: string) => kit_id, readKit),
  kitOf: once(
    ({ interview, brief }: Parameters<LinkMaking['kitOf']>[0]) => jobOf({ ...interview, ...brief }),
    kitOf,
  ),
});

/** The first row of each job. */
export const firstOfEachJob = <Row extends { interview: OfJob }>(rows: readonly Row[]): Row[] => [
  ...new Map(rows.toReversed().map((row) => [jobOf(row.interview), row])).values(),
];
