import { createHash } from 'node:crypto';
import type { ListedInterview } from '../shared/domain/listed-interview.ts';
import { type Table, transact } from '../shared/table/client.ts';
import { keyOf } from '../shared/table/conditions.ts';
import { interviewIndex, lists, sk } from '../shared/table/keys.ts';

const hour = 3_600_000;
const iso = (moment: number) => new Date(moment).toISOString();

/** The same for the same text, with the digits of a random one. */
const idOf = (text: string) =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');

/** Kits and addresses of these interviews. */
export const kitOf = (n: number) => idOf(`kit ${n}`);
export const emailOf = (n: number) => `candidate${n}@example.com`;

/**
 * So many interviews at `now` (ms since the epoch), as many of each status: scheduled ones to come and
 * over, some of which were noted as expired; some without a time, three that start at each moment.
 */
export const manyInterviews = (count: number, now: number): ListedInterview[] =>
  Array.from({ length: count }, (_, n): ListedInterview => {
    const list = lists[n % lists.length] ?? 'scheduled';
    const status = list === 'expired' ? 'scheduled' : list;
    const isToCome = list === 'scheduled' && n % 2 > 0;
    const start = now + (isToCome ? 1 : -1) * (4 + Math.floor(n / 3)) * hour;
    const isUndated = n % 29 === 0;
    return {
      interview_id: idOf(`interview ${n}`),
      candidate_name: `Candidate ${n}`,
      candidate_email: emailOf(n % 23),
      job_title: `Job ${n % 7}`,
      ai_interview_type: 'general',
      starts_at: isUndated ? null : iso(start),
      ends_at: isUndated ? null : iso(start + hour),
      kit_id: n % 11 === 0 ? null : kitOf(n % 7),
      decision_by: null,
      question_count: 5,
      personalise: true,
      follow_ups: 0,
      language: 'en-US',
      difficulty: 'medium',
      status,
      created_at: iso(now - (1000 + n) * hour),
      ...(list === 'expired' && { expired_at: iso(now - hour) }),
      ...(status === 'completed' && { score: n % 101, needs_human: false }),
    };
  });

/** As many as a transaction can write. */
const atOnce = 100;

/** Stores interviews as they are in lists, without all that is beside them. */
export const storeListed = async (
  table: Table,
  interviews: readonly ListedInterview[],
): Promise<void> => {
  for (let n = 0; n < interviews.length; n += atOnce) {
    await transact(
      table,
      interviews.slice(n, n + atOnce).map((interview) => ({
        Put: {
          TableName: table.name,
          Item: {
            ...keyOf(interview.interview_id, sk.interview),
            ...interview,
            ...interviewIndex(interview),
          },
        },
      })),
    );
  }
};
