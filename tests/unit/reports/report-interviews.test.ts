import { describe, expect, it } from 'vitest';
import { reportInterviews } from '../../../functions/report-interviews/report-interviews.ts';
import {
  InterviewReport,
  reportInterviewsEndpoint,
} from '../../../shared/contract/endpoints/report-interviews.ts';
import { countsOfScore } from '../../../shared/domain/counts.ts';
import { parseInput } from '../../../shared/domain/parse-input.ts';
import { medianOf } from '../../../shared/domain/report.ts';
import { transact } from '../../../shared/table/client.ts';
import { addToReports } from '../../../shared/table/counts.ts';
import { readCounts } from '../../../shared/table/reports.ts';
import { memoryTable } from '../../support/memory-table.ts';
import { aQuestion, id } from '../../support/records.ts';

const now = Date.parse('2026-11-26T23:30:00Z');
const kit_id = id(7);

/** Reports from a table in which this was counted. */
const reporting = async (...counted: [at: string, counts: Record<string, number>][]) => {
  const { table } = memoryTable();
  for (const [at, counts] of counted) {
    await transact(table, addToReports(table, [{ kit_id, at, counts }]));
  }
  const deps = {
    readCounts: (kit: string, days: { from: string; to: string }) => readCounts(table, kit, days),
    now: () => now,
  };
  return async (query: Record<string, string> = {}) =>
    InterviewReport.parse(
      await reportInterviews(deps, parseInput(reportInterviewsEndpoint.query, query)),
    );
};

describe('a report', () => {
  it('has the last thirty days unless others are asked for, also those without anything', async () => {
    const report = await reporting();

    const { from, to, days, totals, scores, competencies } = await report();
    const leap = await report({ from: '2024-01-01', to: '2024-12-31' });

    expect([from, to, days.length]).toEqual(['2026-10-28', '2026-11-26', 30]);
    expect(days[0]).toEqual({ date: '2026-10-28', ...totals });
    expect(Object.values(totals)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(scores.map(({ from, to }) => [from, to])).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [n * 10, n < 9 ? n * 10 + 9 : 100]),
    );
    expect(competencies).toEqual([]);
    expect([leap.days.length, leap.days[59]?.date, leap.days.at(-1)?.date]).toEqual([
      366,
      '2024-02-29',
      '2024-12-31',
    ]);
    const lone = await report({ to: '2026-03-01' });
    expect([lone.from, lone.days.length]).toEqual(['2026-01-31', 30]);
  });

  it('adds up the days and shards, of all interviews and of one kit', async () => {
    const many = Array.from({ length: 40 }, (): [string, Record<string, number>] => [
      '2026-11-25T23:59:59.999Z',
      { linked: 1, micro_usd: 2_500 },
    ]);
    const report = await reporting(
      ...many,
      ['2026-11-26T00:00:00.000Z', { linked: 1, completed: 2, waiting: 2, expired: 1 }],
      ['2026-11-26T01:00:00.000Z', { waiting: -1, cancelled: 1, started: 2, opened: 3 }],
      ['2026-11-27T00:00:00.000Z', { linked: 9 }],
      ['2026-11-24T23:59:59.999Z', { linked: 9 }],
    );

    const asked = { from: '2026-11-25', to: '2026-11-26' };
    const all = await report(asked);
    const [of_kit, of_another] = [
      await report({ ...asked, kit_id }),
      await report({ ...asked, kit_id: id(8) }),
    ];

    expect(all.days).toMatchObject([
      { date: '2026-11-25', linked: 40, cost_usd: 0.1 },
      { date: '2026-11-26', linked: 1, completed: 2, expired: 1, cancelled: 1, cost_usd: 0 },
    ]);
    expect(all).toMatchObject({
      kit_id: null,
      totals: { linked: 41, opened: 3, started: 2, completed: 2, cost_usd: 0.1 },
      waiting_for_decision: 1,
    });
    expect(of_kit).toEqual({ ...all, kit_id });
    expect(of_another.totals).toMatchObject({ linked: 0, cost_usd: 0 });
  });

  it('has scores in ten bands, all and of each competency, and times with their median', async () => {
    const report = await reporting(
      ['2026-11-26T01:00:00.000Z', { 'score:0': 1, 'score:9': 2, 'competency:data:4': 1 }],
      ['2026-11-26T02:00:00.000Z', { 'competency:a-team:9': 3, 'competency:data:4': 1 }],
      ['2026-11-26T02:00:00.000Z', { 'competency:gone:1': 1, 'time:2': 2, 'time:9': 1 }],
      ['2026-11-25T02:00:00.000Z', { 'competency:gone:1': -1, 'time:1': 1 }],
    );

    const { scores, competencies, answer_times } = await report();

    expect(scores.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(competencies.map(({ competency_id }) => competency_id)).toEqual(['a-team', 'data']);
    expect(competencies[1]?.scores[4]).toEqual({ from: 40, to: 49, count: 2 });
    expect(answer_times.bands).toHaveLength(10);
    expect(answer_times.bands[2]).toEqual({ over_s: 60, up_to_s: 120, count: 2 });
    expect(answer_times.bands[9]).toEqual({ over_s: 3600, up_to_s: null, count: 1 });
    expect(answer_times.median_s).toBe(90);
  });

  it('is never below zero where an older version did what was not counted', async () => {
    const report = await reporting(['2026-11-26T01:00:00.000Z', { waiting: -1, 'score:3': -1 }]);

    const { waiting_for_decision, scores } = await report();

    expect([waiting_for_decision, scores[3]?.count]).toEqual([0, 0]);
  });

  it('has a competency in the band of its mean, also where its weights have no exact sum', () => {
    const questions = [1, 2, 3].map((n) => aQuestion(n, { weight: 0.1 }));
    for (const score of [10, 30, 50, 70, 90]) {
      const scored = questions.map(({ id: question_id }) => ({
        question_id,
        status: 'scored' as const,
        score,
      }));

      expect(countsOfScore(questions, { score, questions: scored })).toEqual({
        [`score:${score / 10}`]: 1,
        [`competency:data-modelling:${score / 10}`]: 1,
      });
    }
  });

  it('refuses days that are none, or too many, in a sentence', async () => {
    const report = await reporting();
    const refusals: [Record<string, string>, string][] = [
      [{ from: '2026-11' }, 'from must be a date, for example 2026-11-23'],
      [{ to: '2026-11-31' }, 'to must be a date, for example 2026-11-23'],
      [{ from: '1999-12-31' }, 'from must not be before 2000-01-01'],
      [{ from: '2026-11-02', to: '2026-11-01' }, 'to must not be before from'],
      [{ from: '2026-11-27' }, 'to is today unless given, and from is later'],
      [{ from: '2025-11-25' }, 'from must be at most 365 days before to'],
      [{ kit_id: '1' }, 'kit_id must be a UUID'],
    ];
    for (const [query, message] of refusals) {
      await expect(report(query)).rejects.toMatchObject({ code: 'invalid_input', message });
    }
  });
});

describe('the median of bands', () => {
  it('lies as far in its band as half of all are, and at the lower end of the open one', () => {
    const bands = (...counts: number[]) =>
      counts.map((count, n) => ({
        over_s: n * 10,
        up_to_s: n === counts.length - 1 ? null : n * 10 + 10,
        count,
      }));

    expect(medianOf(bands(0, 0))).toBeNull();
    expect(medianOf(bands(4, 0))).toBe(5);
    expect(medianOf(bands(1, 3, 0))).toBe(13);
    expect(medianOf(bands(1, 0, 3))).toBe(20);
  });
});
