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
  question_count: ['How many questions were asked for', 5],
  language: ['The language of questions and feedback, as a BCP 47 tag', 'en-GB'],
  difficulty: 'How demanding the questions are',
  duration_minutes: ['From start to end, in minutes', 60],
  total_questions: ['How many questions the interview has', 5],
  answered_questions: ['How many questions have an answer', 1],
  questions_generated: ['How many questions the interview has', 5],
  message: ['A sentence for a person', 'Interview started successfully'],
  can_join: ['Whether the candidate can start or resume now', true],
  notice: 'The notice on the use of AI',
  required: ['Whether start requires that it was accepted', true],
  notice_version: ['The version of the notice that was accepted, from `notice`', '2026-11'],
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
  session: 'The candidate’s session; null before the first link',
  accommodations: 'What the candidate has asked for: the newest 50, oldest first',
  audit: 'What happened: the newest 50 events, oldest first',
  event: ['What happened', 'interview_started'],
  actor: ['Who caused it: `recruiter:<user id>`, `candidate` or `system`', 'candidate'],
  completed_by: 'Who ended it; `expiry` is the sweep after its link expired',
  legal_hold: ['Whether nothing may erase it', false],
  took_s: ['Seconds from the question to the answer', 95],
  kind: 'What is asked for',
} as const satisfies Record<string, Words>;
