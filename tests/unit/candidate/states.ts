import type { Opened, Result, Started } from '../../../web/candidate/api/replies.ts';
import {
  busy,
  idle,
  initial,
  type Screen,
  type ScreenOf,
  type State,
  type Writing,
} from '../../../web/candidate/machine/state.ts';

export const opened: Opened = {
  interview_id: 'interview',
  candidate_name: 'Alex Morgan',
  job_title: 'Backend Engineer',
  ai_interview_type: 'technical',
  language: 'en-US',
  starts_at: '2026-11-24T13:00:00Z',
  ends_at: '2026-11-24T14:00:00Z',
  opens_at: '2026-11-24T12:45:00Z',
  expires_at: '2026-11-24T16:00:00Z',
  duration_minutes: 60,
  total_questions: 3,
  answered_questions: 0,
  status: 'scheduled',
  can_join: true,
  evaluator: 'bedrock',
  message: 'The interview can be started',
  server_time: '2026-11-24T13:00:00Z',
  notice: { version: '2026-11', required: false },
  decision_by: null,
  next_step: null,
};

export const session: Started = {
  session_id: 'session',
  interview_id: 'interview',
  job_title: 'Backend Engineer',
  language: 'en-US',
  questions: ['q1', 'q2', 'q3'].map((id) => ({
    id,
    text: `What about ${id}?`,
    audio_url: `/media/tts/${id}.mp3`,
  })),
  total_questions: 3,
  status: 'started',
  server_time: '2026-11-24T13:00:00Z',
  responses: [],
  draft: null,
};

export const answer = (question_id: string, response_text = 'Mine') => ({
  question_id,
  response_text,
  answered_at: '2026-11-24T13:05:00Z',
  feedback: 'Clear. Say more.',
  feedback_detail: { strength: 'Clear.', tip: 'Say more.', evaluator: 'bedrock' as const },
});

export const result: Result = {
  status: 'completed',
  evaluation: 'A clear account.',
  score: 72,
  strengths: 'Examples',
  areas_for_improvement: 'Numbers',
  recommendation: 'Yes',
  evaluator: 'bedrock',
  needs_human: false,
  evidence: [{ question_id: 'q1', question: 'What about q1?', quotes: ['Mine', 'I was  there.'] }],
};

export const writing: Writing = {
  question_id: 'q1',
  text: 'What I typed',
  version: 11,
  sent: 10,
  inFlight: false,
  failures: 0,
  asked: [],
  other: null,
};

const clock = Date.parse(opened.server_time);
const known: State = { ...initial, clock, opened };
const begun: State = { ...known, session };

const closed = (reason: ScreenOf<'closed'>['reason'], mayAsk = false): Screen => ({
  name: 'closed',
  reason,
  expires_at: opened.expires_at,
  status: 'in_progress',
  unsent_questions: [],
  mayAsk,
});

export const on = (screen: Screen, state: State = begun): State => ({ ...state, screen });
export const asking = (change: Partial<Writing> = {}): State =>
  on({ name: 'question', problem: null }, { ...begun, writing: { ...writing, ...change } });
export const sendingAnswer = (stage: 0 | 1 | 2 = 0, stored = false): State =>
  on(
    { name: 'question', problem: null },
    {
      ...begun,
      writing,
      sending: { ...busy, stage },
      ...(stored && { session: { ...session, responses: [answer('q1')] } }),
    },
  );
export const waitingToSend: State = on(
  { name: 'question', problem: null },
  { ...begun, writing, sending: { ...idle, phase: 'waiting', failures: 1 } },
);

const answered = { ...session, responses: [answer('q1'), answer('q2'), answer('q3')] };

/** One state of every kind, by name. */
export const states: Record<string, State> = {
  initial,
  loading: on({ name: 'loading' }, { ...initial, sending: busy }),
  'loading after a failure': on(
    { name: 'loading' },
    { ...initial, sending: { ...idle, phase: 'waiting', failures: 2 } },
  ),
  early: on(
    {
      name: 'early',
      opens_at: '2026-11-24T13:45:00Z',
      starts_at: '2026-11-24T14:00:00Z',
      ends_at: '2026-11-24T15:00:00Z',
      job_title: 'Backend Engineer',
      remaining: 2_700_000,
      asked: 0,
    },
    { ...initial, clock },
  ),
  expired: on(closed('expired', true), initial),
  replaced: on(closed('replaced'), { ...begun, writing }),
  unknown: on(closed('unknown'), initial),
  cancelled: on(closed('cancelled'), known),
  elsewhere: on({ name: 'elsewhere' }, known),
  welcome: on({ name: 'welcome' }, known),
  notice: on({ name: 'notice', problem: null }, known),
  'notice without consent': on({ name: 'notice', problem: 'notice' }, known),
  starting: on({ name: 'notice', problem: null }, { ...known, agreed: true, sending: busy }),
  practice: on({ name: 'practice', problem: null, done: false }, { ...known, practised: 'Tea' }),
  question: asking(),
  'question with two texts': asking({ other: { question_id: 'q1', text: 'Theirs', version: 13 } }),
  'question not saved': asking({ failures: 2 }),
  'empty answer': on({ name: 'question', problem: 'empty' }, asking()),
  sending: sendingAnswer(),
  'sending slowly': sendingAnswer(2),
  'stored and read slowly': sendingAnswer(2, true),
  'waiting to send': waitingToSend,
  feedback: on(
    { name: 'feedback', question_id: 'q1' },
    { ...begun, session: { ...session, responses: [answer('q1')] } },
  ),
  'answered elsewhere': on(
    { name: 'answered_elsewhere', question_id: 'q1' },
    {
      ...begun,
      session: { ...session, responses: [answer('q1')] },
      unsent: [{ question_id: 'q1', text: 'What I typed' }],
    },
  ),
  'last feedback': on({ name: 'feedback', question_id: 'q3' }, { ...begun, session: answered }),
  finishing: on({ name: 'finishing' }, { ...begun, session: answered, sending: busy }),
  evaluating: on({ name: 'evaluating', polls: 2 }, { ...begun, session: answered }),
  complete: on({ name: 'complete', result }, { ...begun, session: answered }),
  'asking for help': {
    ...asking(),
    help: { kind: null, message: '', problem: null, status: 'writing' },
  },
};
