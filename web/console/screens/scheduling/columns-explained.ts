import type { Column } from '../../../../client/people-columns.ts';

/** What each column of a file may hold. */
export const columnsExplained: readonly (readonly [column: Column, words: string])[] = [
  ['candidate_name', 'Needed. Up to 200 characters.'],
  ['candidate_email', 'Needed. One address; nothing is sent to it.'],
  ['kit_id', 'The id or the title of a kit. Where it is empty, the kit chosen here for all.'],
  [
    'starts_at',
    'When the interview opens, such as 2026-12-01 08:00, on the clocks of the zone chosen here; or with its own, such as 2026-12-01T08:00Z.',
  ],
  ['ends_at', 'When it closes. Where both times are empty, the window chosen here.'],
  ['decision_by', 'By when you decide, such as 2026-12-11. The candidate’s last page says so.'],
  ['resume_text', 'The résumé as text. It changes no question and no score.'],
  ['follow_ups', 'How many follow-up questions may be asked: 0, 1 or 2.'],
  [
    'job_title',
    'For a job without a kit, together with job_description: a kit is written and kept.',
  ],
  ['job_description', 'Tasks, what is needed, and where. Up to 50,000 characters.'],
  ['ai_interview_type', 'technical, behavioral, coding, system_design or general.'],
  ['difficulty', 'easy, medium or hard.'],
  ['language', 'A language tag, such as en-US or de-DE.'],
  ['question_count', 'From 3 to 15.'],
];

/** What sentences call each column. */
export const columnWords: Readonly<Record<Column, string>> = {
  candidate_name: 'Name',
  candidate_email: 'E-mail',
  kit_id: 'Kit',
  starts_at: 'Opens',
  ends_at: 'Closes',
  decision_by: 'Decision by',
  resume_text: 'Résumé',
  follow_ups: 'Follow-ups',
  job_title: 'Job title',
  job_description: 'Description',
  ai_interview_type: 'Type',
  difficulty: 'Difficulty',
  language: 'Language',
  question_count: 'Questions',
};
