import * as z from 'zod';
import { Id } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';

const Day = z.iso
  .date({ error: 'must be a date, for example 2026-11-23' })
  .refine((day) => day >= '2000', { error: 'must not be before 2000-01-01' });

/** What happened, in numbers of interviews. */
export const ReportTotals = z.object({
  linked: z.int(),
  opened: z.int(),
  started: z.int(),
  completed: z.int(),
  expired: z.int(),
  cancelled: z.int(),
  cost_usd: z.number(),
});

/** How many have a score from one to another, both included. */
export const ScoreBand = z.object({ from: z.int(), to: z.int(), count: z.int() });

export const InterviewReport = z.object({
  from: z.string(),
  to: z.string(),
  /** Null for all interviews. */
  kit_id: Id.nullable(),
  /** One for each day, also where nothing happened. */
  days: z.array(ReportTotals.extend({ date: z.string() })),
  totals: ReportTotals,
  /** Completed on these days, and without a review so far. */
  waiting_for_decision: z.int(),
  scores: z.array(ScoreBand),
  competencies: z.array(z.object({ competency_id: z.string(), scores: z.array(ScoreBand) })),
  answer_times: z.object({
    bands: z.array(z.object({ over_s: z.int(), up_to_s: z.int().nullable(), count: z.int() })),
    /** From the bands, so not exact; null without an answer. */
    median_s: z.int().nullable(),
  }),
});
export type InterviewReport = z.infer<typeof InterviewReport>;

export const reportInterviewsEndpoint = row({
  method: 'GET',
  path: '/api/reports/interviews/',
  folder: 'report-interviews',
  access: 'recruiter',
  summary: 'Report what happened to interviews, day by day',
  uses: ['table:read'],
  query: z.object({
    from: Day.optional(),
    to: Day.optional(),
    kit_id: Id.optional(),
  }),
  status: 200,
  response: InterviewReport,
  errors: [],
});
