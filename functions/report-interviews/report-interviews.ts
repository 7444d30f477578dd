import type * as z from 'zod';
import type {
  InterviewReport,
  reportInterviewsEndpoint,
} from '../../shared/contract/endpoints/report-interviews.ts';
import { invalidInput } from '../../shared/domain/errors.ts';
import { reportOf } from '../../shared/domain/report.ts';
import type { Bound } from '../../shared/table/client.ts';
import type { readCounts } from '../../shared/table/reports.ts';

interface Deps {
  readCounts: Bound<typeof readCounts>;
  now(): number;
}

type Asked = z.output<typeof reportInterviewsEndpoint.query>;

const dayLength = 24 * 3_600_000;
const usualDays = 30;
const mostDays = 366;

const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);
const daysAfter = (day: string, days: number) => dayOf(Date.parse(day) + days * dayLength);

/** From the days that were asked for, or the last 30 of them. @throws AppError invalid_input */
const daysFor = ({ from, to }: Asked, now: number): [string, ...string[]] => {
  const end = to ?? dayOf(now);
  const start = from ?? daysAfter(end, 1 - usualDays);
  const count = 1 + (Date.parse(end) - Date.parse(start)) / dayLength;
  if (count < 1) {
    const message = to ? 'must not be before from' : 'is today unless given, and from is later';
    throw invalidInput([{ path: 'to', message }]);
  }
  if (count > mostDays) {
    throw invalidInput([
      { path: 'from', message: `must be at most ${mostDays - 1} days before to` },
    ]);
  }
  return [start, ...Array.from({ length: count - 1 }, (_, n) => daysAfter(start, n + 1))];
};

/** What happened to interviews, from what was counted when it did. @throws AppError invalid_input */
export const reportInterviews = async (deps: Deps, asked: Asked): Promise<InterviewReport> => {
  const days = daysFor(asked, deps.now());
  const { kit_id = null } = asked;
  const from = days[0];
  const to = days.at(-1) ?? from;
  const counted = await deps.readCounts(kit_id ?? 'all', { from, to });
  return { from, to, kit_id, ...reportOf(days, counted) };
};
