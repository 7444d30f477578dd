import { describe, expect, it } from 'vitest';
import {
  competenciesOf,
  csvOfFigure,
  daysOf,
  funnelOf,
  isEmpty,
  scoresOf,
  timesOf,
} from '../../../web/console/screens/reports/figures.ts';
import { periodIn } from '../../../web/console/screens/reports/period.ts';
import { roundAbove, spansOf, sumOf } from '../../../web/console/screens/reports/spans.ts';
import { aKit, aReport } from '../../support/report.ts';

const names = new Map(aKit.competencies.map(({ id, name }) => [id, name]));

describe('the figures of a report', () => {
  it('are shares of what was invited, and of nothing there is none', () => {
    const report = aReport(7);
    const { linked, completed } = report.totals;

    const [invited, , , done] = funnelOf(report).rows;
    const [none] = funnelOf(aReport(7, { isEmpty: true })).rows;

    expect(invited?.numbers).toEqual([linked, 100]);
    expect(done?.numbers).toEqual([completed, Math.round((100 * completed) / linked)]);
    expect(none?.numbers).toEqual([0, null]);
  });

  it('name competencies by their kit, and by their id where it has none', () => {
    const { columns, rows } = competenciesOf(aReport(7), names);

    expect(rows.map(({ name }) => name)).toEqual([
      '=HYPERLINK("https://evil.example")',
      'Patient safety',
      'Prioritising under pressure',
      'Speaking with patients and families',
    ]);
    expect(rows.every(({ numbers }) => numbers.length === columns.length - 1)).toBe(true);
  });

  it('name bands of time by their ends', () => {
    const rows = timesOf(aReport(7)).rows.map(({ name }) => name);

    expect([rows[0], rows[1], rows[2], rows.at(-1)]).toEqual([
      'Up to 30 s',
      '30 s to 1 min',
      '1 min to 2 min',
      'Over 60 min',
    ]);
  });

  it('are files that a spreadsheet reads as UTF-8 and in which no formula runs', () => {
    const report = aReport(7);

    const file = csvOfFigure(competenciesOf(report, names));
    const lines = csvOfFigure(daysOf(report)).trim().split('\r\n');

    expect(file).toMatch(/^\uFEFFCompetency,0 to 9,/);
    expect(file).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(lines).toHaveLength(8);
    expect(lines[1]).toMatch(/^2026-11-19(,\d+){6}$/);
    expect(csvOfFigure(scoresOf(aReport(7, { isEmpty: true })))).toContain('\r\n0 to 9,0,\r\n');
  });

  it('are empty only if nothing happened', () => {
    expect(isEmpty(aReport(7, { isEmpty: true }))).toBe(true);
    expect(isEmpty(aReport(7))).toBe(false);
    expect(isEmpty({ ...aReport(7, { isEmpty: true }), waiting_for_decision: 1 })).toBe(false);
  });
});

describe('the days of a report', () => {
  it('have a column each up to a month, and are drawn in weeks above, none left out', () => {
    const month = aReport(31);
    const quarter = aReport(86);
    const sum = (report: typeof month) =>
      spansOf(report.days).reduce((total, span) => total + sumOf(span, 'completed'), 0);

    expect(spansOf(month.days)).toHaveLength(31);
    expect(spansOf(quarter.days).map(({ days }) => days.length)).toEqual([...Array(12).fill(7), 2]);
    expect(sum(month)).toBe(month.totals.completed);
    expect(sum(quarter)).toBe(quarter.totals.completed);
  });

  it('are drawn up to a round number', () => {
    const tops = [0, 0.045, 0.05, 0.3, 7, 21, 100].map(roundAbove);

    expect(tops).toEqual([1, 0.05, 0.05, 0.5, 10, 25, 100]);
  });

  it('are those of the address, else the last thirty', () => {
    const now = Date.parse('2026-11-25T23:30:00Z');
    const period = (query: string) => periodIn(new URLSearchParams(query), now);

    expect(period('')).toEqual({ from: '2026-10-27', to: '2026-11-25', kit_id: '' });
    expect(period('kit=a&from=2026-09-01')).toMatchObject({ from: '2026-09-01', kit_id: 'a' });
    expect(period('to=2026-02-28').from).toBe('2026-01-30');
    expect(period('to=never')).toEqual({ from: '', to: 'never', kit_id: '' });
    // Thirty days before it there is no day at all.
    expect(period('to=-271821-04-20').from).toBe('');
  });
});
