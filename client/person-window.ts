import { endOf, wrongEnd } from '../shared/domain/window.ts';
import type { Remark, Values } from './people-columns.ts';
import { momentIn } from './person-time.ts';

const hour = 60 * 60 * 1000;
/** A candidate with a job and a family finds time within so many hours. */
const short = 20;

/** The moments of a row, and what is wrong with each. */
const momentsOf = (cells: Values, zone: string) => {
  const problems: Remark[] = [];
  const read = (column: 'starts_at' | 'ends_at') => {
    const value = cells[column];
    if (!value) return null;
    const { moment, wrong } = momentIn(value, zone);
    if (moment) return moment;
    problems.push({ column, message: `${column} ${wrong}` });
    return null;
  };
  return { starts_at: read('starts_at'), ends_at: read('ends_at'), problems };
};

/** When an interview takes place, in UTC, and what there is to say about it. */
export const windowIn = (cells: Values, { zone, now }: { zone: string; now: Date }) => {
  const { problems, ...times } = momentsOf(cells, zone);
  const warnings: Remark[] = [];
  const column = cells.ends_at ? 'ends_at' : 'starts_at';
  const wrong = problems.length > 0 ? null : wrongEnd(times);
  const end = endOf(times);
  if (wrong) problems.push({ column, message: `${column} ${wrong}` });
  else if (end && Date.parse(end) < now.getTime()) {
    problems.push({ column, message: `${column} is in the past` });
  } else if (end && times.starts_at) {
    const hours = Math.round((Date.parse(end) - Date.parse(times.starts_at)) / hour);
    if (hours < short) {
      warnings.push({ column, message: `${hours} ${hours === 1 ? 'hour' : 'hours'} is short` });
    }
  } else if (!cells.starts_at) {
    warnings.push({ column, message: 'starts_at is empty: without it there is no link' });
  }
  return { times, problems, warnings };
};
