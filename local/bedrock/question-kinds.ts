import type { InterviewType } from '../../shared/domain/interview.ts';
import type { CriterionKind, QuestionKind } from './catalogues/catalogue.ts';

/** Kinds of questions by type of interview, in the order in which they are asked. */
export const KINDS: Record<InterviewType, readonly QuestionKind[]> = {
  technical: [
    'piece_of_work',
    'debugging',
    'choice',
    'assurance',
    'explanation',
    'improvement',
    'outage',
    'speed_up',
    'new_system',
  ],
  behavioral: [
    'disagreement',
    'mistake',
    'pressure',
    'helping',
    'initiative',
    'change',
    'working_together',
    'priorities',
    'piece_of_work',
  ],
  coding: [
    'small_problem',
    'test_plan',
    'speed_up',
    'review',
    'clean_up',
    'debugging',
    'data_model',
    'explanation',
    'improvement',
  ],
  system_design: [
    'new_system',
    'growth',
    'outage',
    'data_model',
    'migration',
    'choice',
    'assurance',
    'improvement',
    'debugging',
  ],
  general: [
    'relevance',
    'working_together',
    'debugging',
    'priorities',
    'keeping_up',
    'mistake',
    'improvement',
    'first_weeks',
    'pressure',
  ],
};

/** What answers to each kind are judged by, with the importance of it. */
export const CRITERIA: Record<QuestionKind, readonly (readonly [CriterionKind, 1 | 2 | 3])[]> = {
  piece_of_work: [
    ['own_part', 3],
    ['reasons', 2],
    ['result', 2],
  ],
  debugging: [
    ['correctness', 3],
    ['knowledge', 2],
    ['reasons', 1],
  ],
  choice: [
    ['reasons', 3],
    ['knowledge', 2],
  ],
  assurance: [
    ['correctness', 3],
    ['resilience', 2],
  ],
  explanation: [
    ['knowledge', 3],
    ['reasons', 1],
  ],
  improvement: [
    ['correctness', 2],
    ['reasons', 3],
    ['result', 1],
  ],
  disagreement: [
    ['own_part', 2],
    ['people', 3],
    ['result', 2],
  ],
  mistake: [
    ['own_part', 3],
    ['result', 2],
    ['reflection', 2],
  ],
  pressure: [
    ['own_part', 2],
    ['reasons', 3],
    ['result', 2],
  ],
  helping: [
    ['own_part', 2],
    ['people', 3],
    ['result', 1],
  ],
  initiative: [
    ['own_part', 3],
    ['reasons', 2],
    ['result', 2],
  ],
  change: [
    ['own_part', 3],
    ['people', 1],
    ['reflection', 2],
  ],
  small_problem: [
    ['structure', 2],
    ['correctness', 3],
  ],
  review: [
    ['correctness', 3],
    ['people', 2],
  ],
  test_plan: [
    ['correctness', 3],
    ['reasons', 2],
  ],
  speed_up: [
    ['correctness', 3],
    ['reasons', 2],
  ],
  clean_up: [
    ['correctness', 2],
    ['structure', 2],
    ['reasons', 2],
  ],
  new_system: [
    ['structure', 3],
    ['reasons', 2],
    ['resilience', 2],
  ],
  growth: [
    ['resilience', 3],
    ['reasons', 2],
  ],
  outage: [
    ['resilience', 3],
    ['structure', 2],
  ],
  data_model: [
    ['structure', 3],
    ['reasons', 2],
  ],
  migration: [
    ['structure', 2],
    ['resilience', 3],
    ['reasons', 1],
  ],
  relevance: [
    ['own_part', 3],
    ['result', 2],
  ],
  priorities: [
    ['reasons', 3],
    ['people', 2],
  ],
  working_together: [
    ['own_part', 2],
    ['people', 3],
    ['result', 1],
  ],
  keeping_up: [
    ['own_part', 2],
    ['reflection', 3],
  ],
  first_weeks: [
    ['correctness', 2],
    ['people', 2],
    ['reasons', 2],
  ],
};

/** Kinds that ask for a real case from the past. */
export const OF_CASES: ReadonlySet<QuestionKind> = new Set([
  'piece_of_work',
  'disagreement',
  'mistake',
  'pressure',
  'helping',
  'initiative',
  'change',
  'relevance',
  'working_together',
]);

/** Kinds that need a thing by name: one cannot choose or migrate "stay calm". */
export const OF_THINGS: ReadonlySet<QuestionKind> = new Set(['choice', 'migration', 'keeping_up']);
