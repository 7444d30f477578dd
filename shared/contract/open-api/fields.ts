/** What a field is, with an example unless it refers to a named schema, which has its own. */
export type Words = string | readonly [description: string, example: unknown];

export interface Field {
  description: string;
  format?: string;
  examples?: unknown[];
}

/** Ids, which are UUIDs. */
const ids = {
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
  accommodation_id: ['The request', '5e1d8b3a-7f6c-4290-a4e8-d0c9b2f7613a'],
} as const satisfies Record<string, Words>;

/** Moments: ISO 8601 in UTC. */
const times = {
  starts_at: ['When the interview starts', '2026-12-01T10:00:00Z'],
  ends_at: ['When the interview ends', '2026-12-01T11:00:00Z'],
  opens_at: ['When the link opens: 15 minutes before the start', '2026-12-01T09:45:00Z'],
  expires_at: ['When the link expires: two hours after the end', '2026-12-01T13:00:00Z'],
  created_at: ['When it was made', '2026-11-24T08:30:00Z'],
  approved_at: ['When it was approved; absent for a draft', '2026-11-24T09:15:00Z'],
  started_at: ['When the candidate started; null before', '2026-12-01T10:01:12Z'],
  completed_at: ['When it was completed; null before', '2026-12-01T10:48:30Z'],
  accepted_at: ['When the candidate accepted it', '2026-12-01T10:01:12Z'],
  answered_at: ['When the answer was stored', '2026-12-01T10:09:45Z'],
  saved_at: ['When the draft was saved', '2026-12-01T10:07:20Z'],
  requested_at: ['When it was requested', '2026-11-30T16:20:00Z'],
  evaluated_at: ['When the evaluation was made', '2026-12-01T10:48:52Z'],
  made_at: ['When the model was called', '2026-12-01T10:09:48Z'],
  at: ['When it happened', '2026-12-01T10:01:12Z'],
  server_time: ['The server’s clock, by which links open and expire', '2026-12-01T09:50:00Z'],
} as const satisfies Record<string, Words>;

/** E-mail addresses. */
const addresses = {
  candidate_email: ['The candidate’s e-mail address; nothing is sent to it', 'amara@example.com'],
  email: ['The account’s e-mail address', 'recruiter@example.com'],
} as const satisfies Record<string, Words>;

/** People, jobs and interviews. */
const interviews = {
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
  question_count: ['How many questions were asked for', 5],
  language: ['The language of questions and feedback, as a BCP 47 tag', 'en-GB'],
  difficulty: 'How demanding the questions are',
  duration_minutes: ['From start to end, in minutes', 60],
  total_questions: ['How many questions the interview has', 5],
  answered_questions: ['How many of them have an answer', 1],
  questions_generated: ['How many questions the interview has', 5],
  message: ['A sentence for a person', 'Interview started successfully'],
  can_join: ['Whether the candidate can start or resume now', true],
  notice: 'The notice on the use of AI',
  required: ['Whether start requires that it was accepted', true],
  notice_version: ['The version of the notice on the use of AI that was accepted', '2026-11'],
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
  accommodations: 'What the candidate has asked for, oldest first',
  audit: 'What happened, oldest first',
  event: ['What happened', 'interview_started'],
  actor: ['Who caused it: `recruiter:<user id>`, `candidate` or `system`', 'candidate'],
  kind: 'What is asked for',
} as const satisfies Record<string, Words>;

/** Kits, questions and rubrics. */
const kits = {
  id: ['Unique within its set: lower case, digits and hyphens', 'patient-safety'],
  name: ['A short name', 'Patient safety'],
  weight: ['Share of the total, above 0; the weights of a set add up to 1', 1],
  competency_id: ['The competency that the question is about', 'patient-safety'],
  competencies: 'What the job requires, the same for every candidate',
  description: ['What it means in this job', 'Notices risks early and acts on them.'],
  criteria: 'What an answer is judged by',
  anchors: 'What an answer shows at three of the five levels; 2 and 4 lie between them',
  1: ['What an answer at level 1 shows', 'Names no risk.'],
  3: ['What an answer at level 3 shows', 'Names a risk and what was done.'],
  5: ['What an answer at level 5 shows', 'Names the risk, the decision, and how it was checked.'],
  evidence_wanted: ['What an answer has to contain to show this', ['the risk that was noticed']],
  warning_signs: [
    'What an answer must not contain; one that is quoted holds the level at 2 at most',
    ['puts the blame on a colleague'],
  ],
  rubric: 'How answers are judged, fixed before the first answer',
  text: ['The question', 'Tell us about a time when you noticed a risk that others had missed.'],
  lead_in: [
    'A sentence before the question that refers to the résumé; nothing that scores sees it',
    'You have worked on a respiratory ward.',
  ],
  type: ['The kind of interview that it was written for', 'behavioral'],
  order: ['Place among the questions, from 1; a follow-up adds one half', 1],
  audio_url: [
    'Where the spoken question is, on the same origin; null without a voice',
    '/media/tts/q_0_b2e8d6f4-3a7c-4d19-8b5e-6c0f9a1d7e32.mp3',
  ],
  versions: 'All versions, oldest first',
  created_by: ['Who made it', 'recruiter:3d2c1b0a-9f8e-4d7c-86b5-a4f3e2d1c0b9'],
  approved_by: ['Who approved it', 'recruiter:3d2c1b0a-9f8e-4d7c-86b5-a4f3e2d1c0b9'],
  approved_version: ['The newest approved version; null if there is none', 2],
  kit_version: ['The version of the kit that the questions were copied from', 2],
  archived: ['Whether it is archived: no new interview takes it', false],
  interviews: ['How many interviews have their questions from it', 4],
  items: 'The entries of this page',
  next_cursor: ['Where the next page begins; null after the last one', null],
  cursor: ['`next_cursor` of the page before', 'AR8rZmFrZS1jdXJzb3I'],
  limit: ['How many entries a page may have', 50],
} as const satisfies Record<string, Words>;

/** Answers, readings, results and costs. */
const results = {
  questions: 'The questions, in their order',
  responses: 'The answers',
  response_text: [
    'The candidate’s answer, kept as it was typed',
    'On a night shift I saw that two patients had swapped charts, and stopped the round.',
  ],
  answered: ['Whether it has an answer', false],
  current_question: [
    'The first question without an answer; null when all are answered',
    'Tell us about a time when you noticed a risk that others had missed.',
  ],
  next_question: [
    'The next question without an answer; null after the last',
    'How do you explain an inhaler to a child?',
  ],
  next_instruction: ['What to do next', 'Please proceed to the next question.'],
  feedback: [
    'For the candidate: no number, level or verdict',
    'You named the risk and what you did. Say also how you checked that it worked.',
  ],
  feedback_detail: 'The same in its parts; null until the answer has been read',
  strength: ['What the answer did well', 'You named the risk and what you did.'],
  tip: ['What would make it stronger', 'Say also how you checked that it worked.'],
  draft: 'What was typed and not sent',
  assessment: 'How the answer was read; null until it has been',
  assessment_status: 'How far the reading of the answer is',
  assessments: 'How each answer was read',
  rubric_version: ['The version of the rubric', 1],
  flags: 'Signals that a person has to look; they change no score',
  detail: ['What was noticed', 'The answer contains instructions to the reader.'],
  criterion_id: ['The criterion', 'patient-safety'],
  level: ['From 1 to 5; null if it was not scored', 4],
  quotes: [
    'Passages of the answer, word for word',
    ['I saw that two patients had swapped charts, and stopped the round'],
  ],
  reason: ['Why this level', 'The risk and the action are named; no check afterwards.'],
  not_scored: 'Why there is no level; null if there is one',
  second_opinion: 'Where a second reading came from, if there was one',
  score: ['From 0 to 100, computed from the levels; null if it was not scored', 75],
  recommendation: 'Follows from the score; null without one',
  evaluation: [
    'The evaluation in words; null while it is being made',
    'A clear example with a quick decision.',
  ],
  evaluations: 'All evaluations, oldest first; none is overwritten',
  strengths: ['What went well', 'Acts quickly when patients are at risk.'],
  areas_for_improvement: ['What could be stronger', 'Checking that a measure has worked.'],
  needs_human: ['Whether a person has to review it', false],
  evidence: 'The candidate’s own words that the evaluation rests on',
  question: [
    'The question as it was asked',
    'Tell us about a time when you noticed a risk that others had missed.',
  ],
  evaluator: 'What wrote or read it; `offline` is a demonstration without a language model',
  provenance: 'Where it came from',
  model_id: ['The model', 'global.anthropic.claude-haiku-5-5'],
  prompt_version: ['The version of the prompt', '2'],
  prompt_hash: [
    'SHA-256 of the prompt and its output schema, in hexadecimal',
    '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  ],
  input_tokens: ['Tokens read by the model', 1840],
  output_tokens: ['Tokens written by the model', 260],
  cost: 'What the interview has cost at list prices, in US dollars',
  kit: 'Writing the kit, once for all of its interviews; no part of the total',
  unused: 'Replies and sound that were paid for and led to nothing',
  voice: 'Speaking the questions',
  characters: ['Characters spoken', 620],
  usd: ['US dollars', 0.0031],
  total_usd: ['US dollars in all', 0.0093],
  upper_estimate: ['Whether it is at most this, a price being unknown', false],
  prices_of: ['The day on which the prices were read', '2026-11-26'],
} as const satisfies Record<string, Words>;

/** Login and everything else. */
const others = {
  password: ['Its password', 'correct horse battery staple'],
  new_password: ['Your own password, with a temporary one', 'a much longer horse and its staple'],
  access: ['The access token for `Authorization: Bearer`', 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmVk'],
  refresh: ['For a new access token', 'eyJjdHkiOiJKV1QifQ.cmVmcmVzaA'],
  expires_in: ['Seconds for which the access token is valid', 3600],
  token_type: 'How to send it',
  token: ['The link’s token', 'AQFmYWtlLXRva2VuLWZvci10aGUtZG9jdW1lbnRhdGlvbg'],
  status: 'Its state',
  version: ['Its version, from 1', 1],
  error: ['One sentence for a person', 'Interview not found'],
  code: 'Stable: branch on this',
  issues: 'Each field that cannot be taken',
  path: ['The field, with dots between names', 'ends_at'],
  request_id: ['Quote it when you ask for help', 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef'],
} as const satisfies Record<string, Words>;

const named = (words: Words): Field =>
  typeof words === 'string'
    ? { description: words }
    : { description: words[0], examples: [words[1]] };

const all = (table: Readonly<Record<string, Words>>, format?: string) =>
  Object.entries(table).map(
    ([name, words]) => [name, { ...named(words), ...(format && { format }) }] as const,
  );

const fields = new Map<string, Field>([
  ...all(ids, 'uuid'),
  ...all(times, 'date-time'),
  ...all(addresses, 'email'),
  ...[interviews, kits, results, others].flatMap((table) => all(table)),
]);

/** The names in the dictionary. */
export const fieldNames: readonly string[] = [...fields.keys()];

/**
 * What a field of the API is; a name means the same in every schema.
 * @param own what is different in the schema at hand
 */
export const fieldOf = (name: string, own?: Words): Field => ({
  description: '',
  ...fields.get(name),
  ...(own && named(own)),
});
