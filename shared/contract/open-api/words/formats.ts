import type { Words } from '../named.ts';

/** Ids, which are UUIDs. */
export const ids = {
  interview_id: ['The interview', '1c9f2a4e-6b1d-4a57-9c3e-8f0b7d2e5a10'],
  kit_id: ['The interview kit', '7d5b3c21-0e4f-4b8a-a6d9-2f1c8e7b9a43'],
  session_id: ['The candidate’s session, from start', 'b2e8d6f4-3a7c-4d19-8b5e-6c0f9a1d7e32'],
  ai_session_id: ['The candidate’s session', 'b2e8d6f4-3a7c-4d19-8b5e-6c0f9a1d7e32'],
  question_id: ['The question', '4f8a1b6d-9c2e-47f3-b0a5-1e7d3c9b8f64'],
  current_question_id: ['The id of that question', '4f8a1b6d-9c2e-47f3-b0a5-1e7d3c9b8f64'],
  next_question_id: ['The id of that question', 'e6c3d9a7-5b1f-4e82-9d4c-7a0b2f8e1c95'],
  follow_up_to: [
    'On a follow-up: the question that it follows up, whose rubric and weight it shares',
    '4f8a1b6d-9c2e-47f3-b0a5-1e7d3c9b8f64',
  ],
  response_id: ['The stored answer', '9a0e7c5b-2d8f-4163-8e4a-b7f6d1c3092e'],
  user_id: ['The person', 'c58e3d0f-1b96-4a7d-8e24-9f7a6b0d3c15'],
  accommodation_id: ['The request', '5e1d8b3a-7f6c-4290-a4e8-d0c9b2f7613a'],
} as const satisfies Record<string, Words>;

/** Moments: ISO 8601 in UTC. */
export const times = {
  starts_at: ['When the interview starts', '2026-12-01T10:00:00Z'],
  ends_at: ['When the interview ends', '2026-12-01T11:00:00Z'],
  opens_at: ['When the link opens, shortly before the start', '2026-12-01T09:45:00Z'],
  expires_at: ['When the link expires, some time after the end', '2026-12-01T13:00:00Z'],
  created_at: ['When it was made', '2026-11-24T08:30:00Z'],
  updated_at: [
    'The last change by a recruiter, or of the status; older interviews have none',
    '2026-11-30T17:05:00.000Z',
  ],
  linked_at: ['When it got its first link', '2026-11-24T08:31:00.000Z'],
  opened_at: ['When the page was first opened', '2026-12-01T09:52:00.000Z'],
  cancelled_at: ['When it was cancelled', '2026-11-30T17:05:00.000Z'],
  expired_at: [
    'When its link expired without a start; absent once its time is moved',
    '2026-12-01T13:00:00Z',
  ],
  erased_at: ['When it was erased', '2027-01-15T08:00:00.000Z'],
  approved_at: ['When it was approved; absent for a draft', '2026-11-24T09:15:00Z'],
  started_at: ['When the candidate started; null before', '2026-12-01T10:01:12Z'],
  completed_at: ['When it was completed; null before', '2026-12-01T10:48:30Z'],
  accepted_at: ['When the candidate accepted it', '2026-12-01T10:01:12Z'],
  answered_at: ['When the answer was stored', '2026-12-01T10:09:45Z'],
  assessed_at: ['When the answer was read', '2026-12-01T10:09:52Z'],
  saved_at: ['When the draft was saved', '2026-12-01T10:07:20Z'],
  requested_at: ['When it was requested', '2026-11-30T16:20:00Z'],
  handled_at: ['When it was handled', '2026-11-30T17:05:00.000Z'],
  if_updated_at: ['`updated_at` as it was read', '2026-11-30T17:05:00.000Z'],
  evaluated_at: ['When the evaluation was made', '2026-12-01T10:48:52Z'],
  made_at: ['When the model was called', '2026-12-01T10:09:48Z'],
  exported_at: ['When this document was made', '2026-12-15T14:00:00Z'],
  at: ['When it happened', '2026-12-01T10:01:12Z'],
  server_time: ['The server’s clock, by which links open and expire', '2026-12-01T09:50:00Z'],
} as const satisfies Record<string, Words>;

/** E-mail addresses, in any script. */
export const addresses = {
  candidate_email: ['The candidate’s e-mail address; nothing is sent to it', 'amara@example.com'],
  email: ['The account’s e-mail address', 'recruiter@example.com'],
} as const satisfies Record<string, Words>;
