import type { InterviewRecord } from './interviews.ts';

type Read = Pick<InterviewRecord, 'interview' | 'link' | 'session' | 'responses' | 'evaluations'>;

/** When what has been read of an interview happened. */
const momentsOf = ({ interview, link, session, responses, evaluations }: Read) => [
  interview.created_at,
  interview.updated_at,
  interview.opened_at,
  link?.created_at,
  link?.opened_at,
  session?.started_at,
  session?.completed_at,
  session?.noted_at,
  ...responses.flatMap(({ answered_at, assessed_at }) => [answered_at, assessed_at]),
  ...evaluations.map(({ evaluated_at }) => evaluated_at),
];

/**
 * The time of what happens to an interview now, ISO 8601: the clock's, or the millisecond after all
 * that has happened to it as far as is known, where the clock has stepped back or another function's
 * is ahead. So the audit and the answers are in the order in which things happened (ADR 018).
 * @param now milliseconds since the epoch
 */
export const nextMoment = (record: Read, now: number): string => {
  const known = momentsOf(record).map((at) => Date.parse(at ?? '') || 0);
  return new Date(Math.max(now, ...known.map((moment) => moment + 1))).toISOString();
};
