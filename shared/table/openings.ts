import type { Interview } from '../domain/interview.ts';
import type { Link } from '../domain/session.ts';
import type { StatusBefore } from '../domain/transitions.ts';
import { happens } from './audit.ts';
import { type Table, transact } from './client.ts';
import { keyOf } from './conditions.ts';
import { sk } from './keys.ts';
import { updateOf } from './update.ts';

/**
 * Notes that the page was opened with a link for the first time, and counts the interview's first
 * opening. Does not wait for others who write to the interview: the next opening notes it.
 * @throws ConditionFailed if that is noted, or the link or the status has changed; AppError conflict
 */
export const noteOpening = (
  table: Table,
  interview: Pick<Interview, 'interview_id' | 'kit_id' | 'opened_at'> & {
    status: StatusBefore<'page_opened'>;
  },
  { link_id, generation }: Link,
  at: string,
): Promise<void> => {
  const { interview_id, kit_id, status, opened_at } = interview;
  const facts = { generation };
  const row = { event: 'page_opened', at, actor: 'candidate', facts } as const;
  const first = {
    set: { opened_at: at },
    absent: ['opened_at'],
    counts: [{ kit_id, at, counts: { opened: 1 } }],
  };
  return transact(
    table,
    [
      {
        Update: updateOf(
          table,
          keyOf(interview_id, sk.link),
          { set: { opened_at: at } },
          { equal: { link_id }, absent: ['opened_at'] },
        ),
      },
      ...happens(table, interview_id, status, row, opened_at ? {} : first),
    ],
    { attempts: 1 },
  );
};
