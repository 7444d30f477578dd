import type { Shown } from '../../../../web/console/screens/interview/shown.ts';

const interview_id = '9373e3db-0000-4000-8000-000000000001';
const criterion = { id: 'a', name: 'A', anchors: { 1: 'a', 3: 'b', 5: 'c' }, weight: 1 };
const question = (order: number): Shown['questions'][number] => ({
  id: `q${order}`,
  order,
  text: `Question ${order}?`,
  type: 'general',
  competency_id: 'c',
  weight: 1 / 3,
  rubric: { version: 1, criteria: [{ ...criterion, evidence_wanted: ['e'] }] },
  audio_url: null,
});
const part = { input_tokens: 0, output_tokens: 0, usd: 0, upper_estimate: false };

export const response = (
  order: number,
  answered_at: string,
  assessment_status: Shown['responses'][number]['assessment_status'] = 'scored',
): Shown['responses'][number] => ({
  response_id: `r${order}`,
  question_id: `q${order}`,
  order,
  response_text: 'An answer',
  answered_at,
  assessment: null,
  assessment_status,
});

export const draft = (order: number, saved_at: string): Shown['unsent_drafts'][number] => ({
  question_id: `q${order}`,
  order,
  text: 'A secret draft',
  saved_at,
});

export const event = (
  name: string,
  facts: Shown['audit'][number]['facts'] = {},
  actor = 'recruiter:u1',
  at = '2026-11-25T13:05:00Z',
): Shown['audit'][number] => ({
  event: name,
  at,
  actor,
  actor_name: actor === 'recruiter:u1' ? 'Sam Okafor' : null,
  facts,
});

/** An interview in progress with three questions, of which one is answered. */
export const shownInterview = (other: Partial<Shown> = {}): Shown => ({
  interview_id,
  id: interview_id,
  candidate_name: 'Alex Morgan',
  candidate_email: 'alex.morgan@example.com',
  job_title: 'Registered Nurse',
  job_description: 'A ward',
  resume_text: null,
  decision_by: null,
  ai_interview_type: 'behavioral',
  starts_at: '2026-11-25T07:00:00Z',
  ends_at: '2026-11-27T19:00:00Z',
  kit_id: null,
  kit_version: 3,
  question_count: 3,
  personalise: false,
  follow_ups: 0,
  language: 'en-US',
  difficulty: 'medium',
  status: 'in_progress',
  created_at: '2026-11-23T15:40:02Z',
  updated_at: '2026-11-25T12:04:00Z',
  linked_at: '2026-11-23T15:40:05Z',
  opened_at: '2026-11-25T11:58:00Z',
  legal_hold: false,
  link: {
    status: 'open',
    generation: 1,
    created_at: '2026-11-23T15:40:05Z',
    opens_at: '2026-11-25T06:45:00Z',
    expires_at: '2026-11-27T21:00:00Z',
  },
  session: {
    session_id: interview_id,
    status: 'in_progress',
    started_at: '2026-11-25T12:04:00Z',
    completed_at: null,
    total_questions: 3,
    answered_questions: 1,
    notice: null,
  },
  competencies: [],
  questions: [1, 2, 3].map(question),
  responses: [response(1, '2026-11-25T12:22:00Z')],
  unsent_drafts: [],
  evaluation: null,
  evaluations: [],
  reviews: [],
  accommodations: [],
  cost: {
    kit: part,
    questions: part,
    evaluation: part,
    unused: part,
    voice: { characters: 0, usd: 0 },
    total_usd: 0,
    upper_estimate: false,
    prices_of: '2026-11-23',
  },
  audit: [],
  ...other,
});
