import type * as z from 'zod';
import { Assessment } from '../../shared/domain/assessment.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { Interview } from '../../shared/domain/interview.ts';
import type { Provenance } from '../../shared/domain/provenance.ts';
import { Question, type Rubric } from '../../shared/domain/rubric.ts';
import { Evaluation, type Link, Response, Session } from '../../shared/domain/session.ts';
import { ConditionFailed } from '../../shared/table/client.ts';
import type { InterviewRecord } from '../../shared/table/interviews.ts';
import { sk } from '../../shared/table/keys.ts';

/** A moment within the built interview's window, in ms since the epoch: five minutes after start. */
export const openNow = Date.parse('2026-11-23T10:05:00Z');

/** A deadline that is not reached at `openNow`. */
export const inTime: Deadline = { at: openNow + 25_000 };

/*
 * The builders fill in what a schema defaults, so that a new optional field breaks no test.
 */

/** A UUID that shows its number. */
export const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const anInterview = (over: Partial<z.input<typeof Interview>> = {}): Interview =>
  Interview.parse({
    interview_id: id(1),
    candidate_name: 'Ada Lovelace',
    candidate_email: 'ada@example.com',
    job_title: 'Backend Engineer',
    ai_interview_type: 'technical',
    starts_at: '2026-11-23T10:00:00Z',
    ends_at: '2026-11-23T11:00:00Z',
    question_count: 3,
    language: 'en-US',
    difficulty: 'medium',
    status: 'in_progress',
    created_at: '2026-11-20T09:00:00.000Z',
    updated_at: over.created_at ?? '2026-11-20T09:00:00.000Z',
    ...over,
  });

export const aProvenance = (over: Partial<Provenance> = {}): Provenance => ({
  evaluator: 'bedrock',
  model_id: 'model',
  prompt_version: '1',
  prompt_hash: 'a'.repeat(64),
  input_tokens: 10,
  output_tokens: 5,
  made_at: '2026-11-23T10:05:00.000Z',
  ...over,
});

/** A rubric of criteria `c1`, `c2` … with the given weights. */
export const aRubric = (...weights: number[]): Rubric => ({
  version: 1,
  criteria: (weights.length > 0 ? weights : [1]).map((weight, n) => ({
    id: `c${n + 1}`,
    name: `Criterion ${n + 1}`,
    anchors: { 1: 'RUBRIC nothing', 3: 'RUBRIC something', 5: 'RUBRIC everything' },
    evidence_wanted: ['RUBRIC a number'],
    weight,
  })),
});

export const aQuestion = (order: number, over: Partial<z.input<typeof Question>> = {}): Question =>
  Question.parse({
    id: id(100 + 2 * order),
    order,
    text: `Question ${order}?`,
    type: 'technical',
    competency_id: 'data-modelling',
    weight: 1 / 3,
    rubric: aRubric(),
    audio_url: null,
    ...over,
  });

/** An assessment that gives `c1`, `c2` … these levels; null means not scored. */
export const anAssessment = (...levels: (number | null)[]): Assessment =>
  Assessment.parse({
    status: levels.includes(null) ? 'needs_human' : 'scored',
    criteria: (levels.length > 0 ? levels : [3]).map((level, n) => ({
      criterion_id: `c${n + 1}`,
      level,
      quotes: level === null ? [] : ['a quote'],
      ...(level === 2 && { warning_signs: ['WARNING sign'] }),
      ...(level !== null && { reason: 'REASON for the level.' }),
      not_scored: level === null ? 'quote_not_found' : null,
    })),
    feedback: { strength: 'You named a case.', tip: 'Say what came of it.' },
    flags: [],
    rubric_version: 1,
    provenance: aProvenance(),
  });

export const aResponse = (order: number, over: Partial<z.input<typeof Response>> = {}): Response =>
  Response.parse({
    response_id: id(200 + 2 * order),
    question_id: id(100 + 2 * order),
    order,
    response_text: `Answer ${order}`,
    answered_at: '2026-11-23T10:04:30.000Z',
    assessment: null,
    ...over,
  });

export const aSession = (over: Partial<z.input<typeof Session>> = {}): Session =>
  Session.parse({
    session_id: id(50),
    created_at: '2026-11-20T09:00:01.000Z',
    started_at: '2026-11-23T10:00:00.000Z',
    completed_at: null,
    answered: 0,
    notice: null,
    provenance: [],
    voice_characters: 0,
    ...over,
  });

export const aLink = (over: Partial<Link> = {}): Link => ({
  link_id: '0'.repeat(31).concat('1'),
  key_id: 1,
  created_at: '2026-11-20T09:00:01.000Z',
  generation: 1,
  ...over,
});

export const anEvaluation = (over: Partial<z.input<typeof Evaluation>> = {}): Evaluation =>
  Evaluation.parse({
    version: 1,
    status: 'scored',
    score: 50,
    recommendation: 'Maybe',
    questions: [],
    assessments: [],
    evaluation: 'The answers named cases.',
    strengths: 'Cases.',
    areas_for_improvement: 'Outcomes.',
    needs_human: false,
    provenance: aProvenance(),
    evaluated_at: '2026-11-23T10:30:00.000Z',
    ...over,
  });

/** An interview in progress with a link and three questions, of which none is answered. */
export const aRecord = ({
  interview,
  ...over
}: Partial<Omit<InterviewRecord, 'interview'>> & {
  interview?: Partial<z.input<typeof Interview>>;
} = {}): InterviewRecord => ({
  interview: anInterview(interview),
  link: aLink(),
  session: aSession({ answered: over.responses?.length ?? 0 }),
  questions: [1, 2, 3].map((order) => aQuestion(order)),
  responses: [],
  evaluations: [],
  brief: { job_description: 'We store orders in DynamoDB.', resume_text: 'RESUME ten years' },
  drafts: [],
  accommodations: [],
  reviews: [],
  audit: [],
  unused: null,
  ...over,
});

/** The error of a write that lost because the interview was like this by then, or gone. */
export const overtakenBy = (record: InterviewRecord | null): ConditionFailed =>
  new ConditionFailed(
    record
      ? [
          { sk: sk.interview, ...record.interview },
          { sk: sk.link, ...record.link },
          { sk: sk.session, ...record.session },
          ...record.responses.map((one) => ({ sk: sk.response(one.order), ...one })),
          ...record.drafts.map((one) => ({ sk: sk.draft(one.order), ...one })),
          ...record.accommodations.map((one) => ({
            sk: sk.accommodation(one.accommodation_id),
            ...one,
          })),
        ].map((item) => [item.sk, item])
      : [[sk.interview, null]],
  );
