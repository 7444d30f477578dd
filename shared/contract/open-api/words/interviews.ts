import type { Words } from '../named.ts';

/** People, jobs and interviews. */
export const interviews = {
  candidate_name: ['The candidate’s name', 'Amara Okafor'],
  job_title: ['The job’s title', 'Practice nurse'],
  job_description: [
    'The job description, which competencies and questions are derived from',
    'You run the asthma clinic, triage calls and train new colleagues.',
  ],
  resume_text: [
    'The candidate’s résumé as text; it changes no question and no score',
    'Six years on a respiratory ward; trained in telephone triage.',
  ],
  personalise: [
    'Whether up to two questions may get a sentence before them that refers to the résumé',
    true,
  ],
  ai_interview_type: 'What kind of interview it is',
  follow_ups: ['How many follow-up questions may be asked at most, one per question', 1],
  accommodations_requested: ['How many requests for an accommodation there have been', 1],
  next_step: [
    'What the employer says happens next; null if nothing is said',
    'We read every interview ourselves and write to you.',
  ],
  decision_by: ['The date by which the candidate hears of a decision', '2026-12-11'],
  interviews: 'The interviews to schedule',
  generate_links: ['Whether to make a link for each', true],
  results: 'One for each row',
  index: ['The place of the row, from 0', 0],
  interview: 'The interview, once it is created',
  question_count: ['How many questions were asked for', 5],
  language: ['The language of questions and feedback, as a BCP 47 tag', 'en-GB'],
  difficulty: 'How demanding the questions are',
  duration_minutes: ['From start to end, in minutes', 60],
  total_questions: ['How many questions the interview has', 5],
  answered_questions: ['How many questions have an answer', 1],
  questions_generated: ['How many questions the interview has', 5],
  message: ['Human-readable message', 'Interview started successfully'],
  can_join: ['Whether the candidate can start or resume now', true],
  notice: 'The notice on the use of AI',
  required: ['Whether start requires that it was accepted', true],
  notice_version: ['The version of the notice that was accepted, from `notice`', '2026-11-26'],
  link_token: [
    'The candidate’s credential, as in the link; keep it secret',
    'AQFmYWtlLXRva2VuLWZvci10aGUtZG9jdW1lbnRhdGlvbg',
  ],
  public_interview_url: [
    'The link for the candidate',
    'https://interviews.example.com/api/interviews/public/AQFmYWtlLXRva2VuLWZvci10aGUtZG9jdW1lbnRhdGlvbg/',
  ],
  ai_interview_url: [
    'Where clients of their own start the interview',
    'https://interviews.example.com/api/ai-interview/public/start/',
  ],
  is_expired: ['Whether the link has expired', false],
  generation: ['How many links the interview has had; 0 without one', 1],
  link: 'The candidate’s link',
  link_status: 'Whether there is a link, and whether it is in its window',
  decision: 'The newest review’s; null without one',
  open_requests: ['How many requests for an accommodation nobody has handled', 0],
  session: 'The candidate’s session; null before the first link',
  accommodations: 'What the candidate has asked for: the newest 50, oldest first',
  audit: 'What happened: the newest 50 events, oldest first',
  event: ['What happened', 'link_regenerated'],
  actor: [
    'Who caused it: `recruiter:<user id>`, `machine:<client id>`, `candidate` or `system`',
    'recruiter:c58e3d0f-1b96-4a7d-8e24-9f7a6b0d3c15',
  ],
  actor_name: [
    'The name of the person or machine client; null if it is not known, or was neither',
    'Noor Haddad',
  ],
  facts: ['Ids, numbers and states that go with it', { generation: 2 }],
  format_version: 'Increases when a field of the document changes its meaning or is removed',
  audit_left_out: ['Where the audit is instead; null where it is here', null],
  completed_by: 'Who ended it; `expiry` is the sweep after its link expired',
  legal_hold: ['Whether it is protected from erasure', false],
  cancel_reason: ['Why it was cancelled, if that was said', 'The post was filled.'],
  reviews: 'What recruiters have decided, oldest first',
  number: ['Its number, from 1', 1],
  handled: ['Whether it was handled', true],
  handled_by: [
    'Who handled it: `recruiter:<user id>` or `machine:<client id>`',
    'recruiter:c58e3d0f-1b96-4a7d-8e24-9f7a6b0d3c15',
  ],
  handled_by_name: ['The name of whoever handled it; null if it is not known', 'Noor Haddad'],
  note: ['What was done about it', 'Moved by an hour; the new times are in the mail.'],
  took_s: ['Seconds from the question to the answer', 95],
  kind: 'What is asked for',
} as const satisfies Record<string, Words>;

/** What a reviewer says. */
export const ofReview = {
  reason: ['Why; the candidate does not see it', 'Clear cases, and safe decisions in each.'],
  score: ['The reviewer’s own, from 0 to 100; it replaces no other', 80],
} as const satisfies Record<string, Words>;
