import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../shared/domain/errors.ts';
import { withUnsent } from '../../../shared/links/unsent.ts';
import { aQuestion, aRecord, aResponse } from '../../support/records.ts';
import { refusalOf } from '../../support/refusals.ts';

const draft = (order: number, text: string) => ({
  question_id: aQuestion(order).id,
  order,
  text,
  version: 1,
  saved_at: '2026-11-23T10:04:00.000Z',
});
const expired = (status: string) =>
  new AppError('link_expired', 'The link expired', { details: { status, server_time: 'now' } });
const answers = <T>(value: T) => vi.fn(async () => value);

describe('the refusal of a link that expired in the middle', () => {
  it('has the numbers of questions with a draft that was not sent, in the order asked', async () => {
    const read = answers(
      aRecord({
        questions: [aQuestion(1), aQuestion(1.5), aQuestion(2), aQuestion(3)],
        responses: [aResponse(1)],
        drafts: [draft(1, 'sent'), draft(1.5, 'typed'), draft(2, ' \u200b\n'), draft(3, 'typed')],
      }),
    );

    const refusal = await refusalOf(withUnsent(read, Promise.reject(expired('in_progress'))));

    expect(refusal).toMatchObject({
      code: 'link_expired',
      message: 'The link expired',
      details: { status: 'in_progress', unsent_questions: [2, 4], server_time: 'now' },
    });
  });

  it.each([
    ['completed meanwhile', aRecord({ interview: { status: 'completed' } }), 'completed'],
    ['erased meanwhile', null, 'in_progress'],
  ])('has none of an interview that was %s', async (_name, found, status) => {
    const refusal = await refusalOf(
      withUnsent(answers(found), Promise.reject(expired('in_progress'))),
    );

    expect(refusal?.details).toEqual({ status, server_time: 'now' });
  });

  it.each([
    ['of an interview not started', expired('scheduled')],
    ['of a completed interview', expired('completed')],
    ['with another code', new AppError('link_not_open', 'Too early')],
  ])('%s is passed on without a read', async (_name, error) => {
    const read = answers(aRecord());

    expect(await refusalOf(withUnsent(read, Promise.reject(error)))).toBe(error);
    expect(read).not.toHaveBeenCalled();
  });

  it('costs an answer nothing', async () => {
    const read = answers(aRecord());

    expect(await withUnsent(read, Promise.resolve('answer'))).toBe('answer');
    expect(read).not.toHaveBeenCalled();
  });
});
