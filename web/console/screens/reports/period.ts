/** What a report is about: days of the calendar in UTC, both included, and a kit or all. */
export interface Period {
  from: string;
  to: string;
  /** Empty for every kit. */
  kit_id: string;
}

const dayLength = 86_400_000;
const usualDays = 30;

const dayAt = (moment: number) => new Date(moment).toISOString().slice(0, 10);

/** The period in the page's address; without one, the last thirty days. */
export const periodIn = (query: URLSearchParams, now = Date.now()): Period => {
  const to = query.get('to') || dayAt(now);
  const end = Date.parse(to);
  // A time that is no time, or before all of them, is for the API to refuse.
  const start = new Date(end - (usualDays - 1) * dayLength).getTime();
  const first = Number.isNaN(start) ? '' : dayAt(start);
  return { from: query.get('from') || first, to, kit_id: query.get('kit') ?? '' };
};
