import { csvOf } from '../../../../client/csv.ts';
import type { Output } from '../../../../client/types.ts';

export type Report = Output<'reportInterviews'>;
export type Day = Report['days'][number];

/** A table of numbers; where its rows can hold a plot, that is drawn from them. */
export interface Figure {
  /** In the page and in the name of its file. */
  id: string;
  title: string;
  /** The head of the column of names, and of each number. */
  columns: readonly string[];
  /** Null is a number that there is not. */
  rows: readonly { name: string; numbers: readonly (number | null)[] }[];
}

/** What happens to interviews, in its order, and the words for it. */
export const happenings = [
  ['linked', 'Invited'],
  ['opened', 'Opened'],
  ['started', 'Started'],
  ['completed', 'Completed'],
  ['expired', 'Expired'],
  ['cancelled', 'Cancelled'],
] as const;

/** A part of a whole in percent, rounded; null of nothing. */
export const share = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((100 * part) / whole) : null;

/** From invitation to the end: interviews to which it happened in the period. */
export const funnelOf = ({ totals }: Report): Figure => ({
  id: 'funnel',
  title: 'From invitation to the end',
  columns: ['Step', 'Interviews', 'Of invited, %'],
  rows: happenings.map(([key, name]) => ({
    name,
    numbers: [totals[key], share(totals[key], totals.linked)],
  })),
});

/** What happened on each day, in UTC. */
export const daysOf = ({ days }: Report): Figure => ({
  id: 'days',
  title: 'Day by day',
  columns: ['Day', ...happenings.map(([, word]) => word)],
  rows: days.map((day) => ({ name: day.date, numbers: happenings.map(([key]) => day[key]) })),
});

/** What each day cost, in US dollars. */
export const costOf = ({ days }: Report): Figure => ({
  id: 'cost',
  title: 'Cost',
  columns: ['Day', 'Cost, $'],
  rows: days.map(({ date, cost_usd }) => ({ name: date, numbers: [cost_usd] })),
});

type Band = Report['scores'][number];

const bandName = ({ from, to }: Band) => `${from} to ${to}`;

/** How many there are in all bands together. */
export const countOf = (bands: readonly { count: number }[]): number =>
  bands.reduce((sum, { count }) => sum + count, 0);

export const scoresOf = ({ scores }: Report): Figure => ({
  id: 'scores',
  title: 'Scores',
  columns: ['Score', 'Interviews', 'Share, %'],
  rows: scores.map((band) => ({
    name: bandName(band),
    numbers: [band.count, share(band.count, countOf(scores))],
  })),
});

/** @param names of competencies by their ids; where one is missing, its id is its name */
export const competenciesOf = (
  { scores, competencies }: Report,
  names: ReadonlyMap<string, string>,
): Figure => ({
  id: 'competencies',
  title: 'Scores by competency',
  columns: ['Competency', ...scores.map(bandName), 'Scored'],
  rows: competencies.map(({ competency_id, scores: bands }) => ({
    name: names.get(competency_id) ?? competency_id,
    numbers: [...bands.map(({ count }) => count), countOf(bands)],
  })),
});

const inUnits = (seconds: number) => (seconds < 60 ? `${seconds} s` : `${seconds / 60} min`);

/** How long answers took, from the question before them. */
export const timesOf = ({ answer_times: { bands } }: Report): Figure => ({
  id: 'times',
  title: 'Time to answer',
  columns: ['From question to answer', 'Answers', 'Share, %'],
  rows: bands.map(({ over_s, up_to_s, count }) => ({
    name:
      up_to_s === null
        ? `Over ${inUnits(over_s)}`
        : over_s === 0
          ? `Up to ${inUnits(up_to_s)}`
          : `${inUnits(over_s)} to ${inUnits(up_to_s)}`,
    numbers: [count, share(count, countOf(bands))],
  })),
});

/** A table as a CSV file for spreadsheets, which read UTF-8 by its mark. Formulas are made text. */
export const csvOfFigure = ({ columns, rows }: Figure): string =>
  `${csvOf(
    columns,
    rows.map(({ name, numbers }) =>
      Object.fromEntries([name, ...numbers].map((cell, index) => [columns[index] ?? '', cell])),
    ),
  )}`;

/** Whether nothing at all happened in the period. */
export const isEmpty = ({ totals, waiting_for_decision, answer_times }: Report): boolean =>
  waiting_for_decision + countOf(answer_times.bands) === 0 &&
  Object.values(totals).every((total) => total === 0);

/** The greatest first number of a table, for bars; at least 1. */
export const mostIn = ({ rows }: Figure): number =>
  Math.max(1, ...rows.map(({ numbers: [first] }) => first ?? 0));
