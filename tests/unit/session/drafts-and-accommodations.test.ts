import { describe, expect, it, vi } from 'vitest';
import { requestAccommodation } from '../../../functions/request-accommodation/request-accommodation.ts';
import { saveDraft } from '../../../functions/save-draft/save-draft.ts';
import type { Accommodation } from '../../../shared/domain/session.ts';
import type { InterviewRecord } from '../../../shared/table/interviews.ts';
import { linkOf } from '../../support/links.ts';
import {
  aLink,
  aQuestion,
  aRecord,
  aResponse,
  id,
  openNow,
  overtakenBy,
} from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusals.ts';

const stored = (version: number, text: string) => ({
  question_id: aQuestion(1).id,
  order: 1,
  text,
  version,
  saved_at: '2026-11-23T10:04:00.000Z',
});

const fakes = (...reads: (InterviewRecord | null)[]) => {
  const [first] = reads;
  if (!first) throw new Error('The link is made from the first record');
  const link = linkOf(first);
  const deps = {
    readInterview: vi.fn(async () => (reads.length > 1 ? reads.shift() : reads[0]) ?? null),
    putDraft: vi.fn(async (..._: unknown[]): Promise<void> => undefined),
    putAccommodation: vi.fn(async (..._: unknown[]): Promise<void> => undefined),
    countAccommodations: vi.fn(async (..._: unknown[]): Promise<void> => undefined),
    now: () => openNow,
  };
  const save = (version: number, text = 'typed', question_id = aQuestion(1).id) =>
    saveDraft(deps, link, { session_id: id(50), question_id, text, version });
  const ask = (message = 'Twice the time', kind: Accommodation['kind'] = 'more_time') =>
    requestAccommodation(deps, link, { kind, message });
  return { deps, save, ask };
};

describe('saving a draft', () => {
  it('stores it with its version', async () => {
    const { deps, save } = fakes(aRecord());

    expect(await save(3)).toMatchObject({ version: 3, saved_at: '2026-11-23T10:05:00.000Z' });
    expect(deps.putDraft.mock.calls[0]?.[1]).toMatchObject({
      draft: { order: 1, text: 'typed', version: 3 },
      link_id: aLink().link_id,
    });
  });

  it('again unchanged is a retry and stores nothing', async () => {
    const { deps, save } = fakes(aRecord({ drafts: [stored(3, 'typed')] }));

    expect(await save(3)).toMatchObject({ version: 3, saved_at: '2026-11-23T10:04:00.000Z' });
    expect(deps.putDraft).not.toHaveBeenCalled();
  });

  it.each([
    ['an older version', 2],
    ['the same version with another text', 3],
  ])('of %s is refused with the newer draft', async (_name, version) => {
    const { save } = fakes(aRecord({ drafts: [stored(3, 'newer')] }));

    expect(await refusalOf(save(version))).toMatchObject({
      code: 'draft_outdated',
      details: { draft: { text: 'newer', version: 3 } },
    });
  });

  it.each([
    ['before the start', aRecord({ interview: { status: 'scheduled' } }), 'not_started'],
    ['after completion', aRecord({ interview: { status: 'completed' } }), 'interview_completed'],
    ['after cancellation', aRecord({ interview: { status: 'cancelled' } }), 'interview_cancelled'],
    ['of an answered question', aRecord({ responses: [aResponse(1)] }), 'already_answered'],
  ])('%s is refused', async (_name, record, code) => {
    const { deps, save } = fakes(record);

    expect(await codeOf(save(1))).toBe(code);
    expect(deps.putDraft).not.toHaveBeenCalled();
  });

  it.each([
    ['beforehand', aRecord({ responses: [aResponse(1)] }), null],
    ['in between', aRecord(), aRecord({ responses: [aResponse(1)] })],
  ])('of a question answered %s is refused with the stored answer', async (_name, read, after) => {
    const { deps, save } = fakes(read);
    if (after) deps.putDraft.mockRejectedValueOnce(overtakenBy(after));

    expect((await refusalOf(save(1)))?.details).toEqual({
      response_text: aResponse(1).response_text,
    });
  });

  it('for a question of another interview is refused', async () => {
    const { save } = fakes(aRecord());

    expect(await codeOf(save(1, 'typed', id(999)))).toBe('invalid_input');
  });

  it.each([
    ['a newer draft', aRecord({ drafts: [stored(9, 'newer')] }), 'draft_outdated'],
    ['the answer', aRecord({ responses: [aResponse(1)] }), 'already_answered'],
    ['the completion', aRecord({ interview: { status: 'completed' } }), 'interview_completed'],
    ['a new link', aRecord({ link: aLink({ link_id: 'f'.repeat(32) }) }), 'link_replaced'],
    ['its own duplicate', aRecord({ drafts: [stored(1, 'typed')] }), null],
    ['something that is not told', aRecord(), 'conflict'],
  ])('that loses a race against %s ends as that demands', async (_name, after, code) => {
    const { deps, save } = fakes(aRecord());
    deps.putDraft.mockRejectedValueOnce(overtakenBy(after));

    expect(await codeOf(save(1))).toBe(code);
  });
});

describe('asking for an accommodation', () => {
  // The window ends two hours after these, and requests a day later: now, and a second ago.
  const [dayAfter, later] = ['2026-11-22T08:05:00Z', '2026-11-22T08:04:59Z'];

  it('stores its kind and message', async () => {
    const { deps, ask } = fakes(aRecord());

    const { accommodation_id } = await ask();

    expect(deps.putAccommodation.mock.calls[0]?.[1]).toMatchObject({
      accommodation: { accommodation_id, kind: 'more_time', message: 'Twice the time' },
    });
  });

  it('again returns the same id, and with another message another id', async () => {
    const { deps, ask } = fakes(aRecord());
    const first = await ask();
    const { accommodation_id } = first;
    const kept = { accommodation_id, kind: 'more_time', message: '', requested_at: '' } as const;
    deps.putAccommodation.mockRejectedValueOnce(overtakenBy(aRecord({ accommodations: [kept] })));

    const second = await ask();

    expect(second).toEqual(first);
    expect((await ask('Something else')).accommodation_id).not.toBe(first.accommodation_id);
  });

  it.each([
    ['before it opens', { starts_at: '2026-12-01T10:00:00Z', ends_at: '2026-12-01T11:00:00Z' }],
    ['a day after its window', { starts_at: '2026-11-22T07:05:00Z', ends_at: dayAfter }],
    ['later', { starts_at: '2026-11-22T07:05:00Z', ends_at: later }, 'link_expired'],
    ['after completion', { status: 'completed' }, 'interview_completed'],
    ['after cancellation', { status: 'cancelled' }, 'interview_cancelled'],
  ] as const)('%s answers as the contract says', async (_name, interview, code?: string) => {
    const { ask } = fakes(aRecord({ interview }));

    expect(await codeOf(ask())).toBe(code ?? null);
  });

  it('with an empty message is refused if that says nothing', async () => {
    const { deps, ask } = fakes(aRecord());

    expect(await codeOf(ask(' \u200b', 'other'))).toBe('invalid_input');
    expect(deps.putAccommodation).not.toHaveBeenCalled();
    expect(await codeOf(ask('', 'other_format'))).toBeNull();
  });

  it.each([
    ['the completion', aRecord({ interview: { status: 'completed' } }), 'interview_completed'],
    ['others', aRecord({ interview: { accommodations_requested: 5 } }), 'too_many_requests'],
    ['the start', aRecord({ interview: { accommodations_requested: 1 } }), null],
  ])('that loses a race against %s ends as that demands', async (_name, after, code) => {
    const { deps, ask } = fakes(aRecord());
    deps.putAccommodation.mockRejectedValueOnce(overtakenBy(after));

    expect(await codeOf(ask())).toBe(code);
  });

  it('with a replaced link is refused', async () => {
    const { ask } = fakes(aRecord(), aRecord({ link: aLink({ link_id: 'f'.repeat(32) }) }));
    await ask();

    expect(await codeOf(ask())).toBe('link_replaced');
  });
});
