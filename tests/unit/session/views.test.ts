import { describe, expect, it } from 'vitest';
import { getInterview } from '../../../functions/get-interview/get-interview.ts';
import { endpoints } from '../../../shared/contract/endpoints.ts';
import { viewInterview } from '../../../shared/session/view-interview.ts';
import type { InterviewRecord } from '../../../shared/table/interviews.ts';
import { linkOf } from '../../support/links.ts';
import { readingOf } from '../../support/reading.ts';
import {
  aLink,
  anAssessment,
  anEvaluation,
  aProvenance,
  aRecord,
  aResponse,
  aSession,
  id,
  openNow,
} from '../../support/records.ts';
import { codeOf } from '../../support/refusals.ts';

describe('what a candidate sees before the start', () => {
  const view = (record: InterviewRecord, now = openNow) =>
    viewInterview(
      { readInterview: async () => record, now: () => now, notice_required: true, next_step: null },
      linkOf(record),
    );

  it('is the interview with its times and the server’s clock', async () => {
    expect(await view(aRecord({ responses: [aResponse(1)] }))).toMatchObject({
      interview_id: id(1),
      candidate_name: 'Ada Lovelace',
      starts_at: '2026-11-23T10:00:00Z',
      ends_at: '2026-11-23T11:00:00Z',
      opens_at: '2026-11-23T09:45:00Z',
      expires_at: '2026-11-23T13:00:00Z',
      server_time: '2026-11-23T10:05:00Z',
      duration_minutes: 60,
      total_questions: 3,
      answered_questions: 1,
      notice: { required: true },
    });
  });

  it.each([
    ['scheduled', true],
    ['in_progress', true],
    ['completed', false],
  ] as const)('says for the status %s whether one can join: %s', async (status, can_join) => {
    expect(await view(aRecord({ interview: { status } }))).toMatchObject({ status, can_join });
  });

  it.each([
    ['bedrock', ['bedrock', 'bedrock']],
    ['offline', ['bedrock', 'offline']],
    [null, []],
  ] as const)('says that the questions were written by %s', async (evaluator, writers) => {
    const provenance = writers.map((one) => aProvenance({ evaluator: one }));
    const session = aSession({ provenance });

    expect(await view(aRecord({ session }))).toMatchObject({ evaluator });
  });

  it('contains no question, address, résumé or job description', async () => {
    const sent = JSON.stringify(endpoints.viewInterview.response.parse(await view(aRecord())));

    expect(sent).not.toMatch(/Question 1|ada@example|RESUME|DynamoDB/);
  });

  it('is refused with a replaced link', async () => {
    const record = aRecord();
    const replaced = aRecord({ link: aLink({ link_id: 'f'.repeat(32) }) });
    const deps = {
      readInterview: async () => replaced,
      now: () => openNow,
      notice_required: false,
      next_step: null,
    };

    expect(await codeOf(viewInterview(deps, linkOf(record)))).toBe('link_replaced');
  });
});

describe('what a recruiter sees', () => {
  const view = (record: InterviewRecord | null, now = openNow) =>
    getInterview(readingOf(record, now), id(1));

  it('is everything that the schema defines', async () => {
    const record = aRecord({
      interview: { status: 'completed' },
      responses: [aResponse(1, { assessment: anAssessment(4) }), aResponse(2)],
      evaluations: [anEvaluation(), anEvaluation({ version: 2, score: 60 })],
    });

    const seen = endpoints.getInterview.response.parse(await view(record));

    expect(seen).toMatchObject({
      id: id(1),
      job_description: 'We store orders in DynamoDB.',
      resume_text: 'RESUME ten years',
      evaluation: { version: 2, score: 60 },
      evaluations: [{ version: 1 }, { version: 2 }],
      responses: [{ assessment_status: 'scored' }, { assessment_status: 'pending' }],
    });
    expect(seen.questions[0]?.rubric.criteria[0]?.anchors[5]).toBe('RUBRIC everything');
  });

  it('contains no token', async () => {
    const seen = JSON.stringify(endpoints.getInterview.response.parse(await view(aRecord())));

    expect(seen).not.toMatch(/[A-Za-z0-9_-]{100}/);
    expect(seen).not.toContain(aLink().link_id);
  });

  it.each([
    ['none', aRecord({ link: null }), '2026-11-23T10:05:00Z'],
    ['none', aRecord({ link: aLink({ key_id: 9 }) }), '2026-11-23T10:05:00Z'],
    ['not_open', aRecord(), '2026-11-23T09:44:59.999Z'],
    ['open', aRecord(), '2026-11-23T09:45:00Z'],
    ['expired', aRecord(), '2026-11-23T13:00:00.001Z'],
    ['closed', aRecord({ interview: { status: 'completed' } }), '2026-11-23T10:05:00Z'],
    ['closed', aRecord({ interview: { status: 'cancelled' } }), '2026-11-23T10:05:00Z'],
  ])('includes the link status %s', async (status, record, now) => {
    expect(await view(record, Date.parse(now))).toMatchObject({ link: { status } });
  });

  it.each([
    ['ready', aSession({ started_at: null }), []],
    ['in_progress', aSession(), []],
    ['evaluating', aSession({ completed_at: '2026-11-23T10:30:00.000Z' }), []],
    ['completed', aSession({ completed_at: '2026-11-23T10:30:00.000Z' }), [anEvaluation()]],
  ])('includes the session status %s', async (status, session, evaluations) => {
    expect(await view(aRecord({ session, evaluations }))).toMatchObject({ session: { status } });
  });

  it('includes no session before there is a link', async () => {
    const seen = await view(aRecord({ link: null, session: null, questions: [] }));

    expect(seen).toMatchObject({ session: null, questions: [], evaluation: null });
  });

  it('is nothing if there is no interview', async () => {
    expect(await codeOf(view(null))).toBe('interview_not_found');
  });
});
