import { InterviewReport, ReportTotals, ScoreBand } from '../../endpoints/report-interviews.ts';
import type { Named } from '../named.ts';

const report = InterviewReport.shape;

/** Reports, for recruiters. */
export const reports: Readonly<Record<string, Named>> = {
  InterviewReport: {
    schema: InterviewReport,
    description:
      'What happened to interviews. It is counted when it happens, so it takes no reading of interviews; what is erased no longer counts.',
    fields: {
      kit_id: 'The kit whose interviews are counted; null for all interviews',
      competencies: 'The scores of each competency; where all kits count, of all that have this id',
    },
  },
  ReportTotals: { schema: ReportTotals, description: 'How often what happened.' },
  ReportDay: { schema: report.days.element, description: 'What happened on one day.' },
  ScoreBand: {
    schema: ScoreBand,
    description: 'The scores from one to another, both included.',
    fields: { from: ['The lowest score', 70], to: ['The highest score', 79] },
  },
  CompetencyScores: {
    schema: report.competencies.element,
    description: 'The scores of one competency.',
  },
  AnswerTimes: {
    schema: report.answer_times,
    description: 'The time from a question, or the start, to its answer.',
  },
  AnswerTimeBand: {
    schema: report.answer_times.shape.bands.element,
    description: 'How many answers took so long.',
    fields: { count: ['How many answers', 7] },
  },
};
