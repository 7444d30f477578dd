import { describe, expect, it, vi } from 'vitest';
import { admit, sameInterview, withLink } from '../../../shared/links/admission.ts';
import { linkOf, testKeys, tokenFor } from '../../support/links.ts';
import { aLink, aRecord, id, openNow } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusals.ts';

const record = aRecord();
const at = (time: string) => Date.parse(time);

describe('a request with a link token', () => {
  const call = (run = vi.fn(async () => 'answer'), note = vi.fn()) => ({
    run,
    note,
    send: (token: string) =>
      withLink(
        { linkKeys: async () => testKeys, readInterview: async () => null },
        (sent: { token: string; note(facts: object): void }) => sent.token,
        run,
      )({ token, note }),
  });

  it('reaches the logic with the claim of its token', async () => {
    const { run, note, send } = call();

    const answer = await send(tokenFor(record));

    expect(answer).toBe('answer');
    expect(run).toHaveBeenCalledWith(
      expect.objectContaining({ claim: expect.objectContaining({ interview_id: id(1) }) }),
      expect.anything(),
    );
    expect(note).toHaveBeenCalledWith({ interview_id: id(1) });
  });

  it.each(['', 'x', `${tokenFor(record)}=`, 'A'.repeat(110)])(
    'is refused before anything is read if that is %j',
    async (token) => {
      const { run, note, send } = call();

      const refusal = await refusalOf(send(token));

      expect(refusal).toMatchObject({ code: 'link_invalid', message: 'Invalid interview token' });
      expect(run).not.toHaveBeenCalled();
      expect(note).not.toHaveBeenCalled();
    },
  );

  it('keeps the token out of the access log', async () => {
    const { note, send } = call();

    await send(tokenFor(record));

    expect(JSON.stringify(note.mock.calls)).not.toContain(tokenFor(record).slice(0, 60));
  });
});

describe('a valid token', () => {
  it('opens its interview while the window is open', () => {
    const admitted = admit(linkOf(record), record, openNow);

    expect(admitted).toMatchObject({ interview: record.interview, link: record.link });
  });

  it.each([
    ['of a deleted interview', null],
    ['made for another address', aRecord({ interview: { candidate_email: 'eve@example.com' } })],
    ['of an interview without a session', aRecord({ session: null })],
    ['of an interview without a start', aRecord({ interview: { starts_at: null } })],
    ['of an interview without an end', aRecord({ interview: { ends_at: null } })],
    ['of an interview without a type', aRecord({ interview: { ai_interview_type: null } })],
  ])('%s is refused like a forged one', async (_name, stored) => {
    const refusal = await refusalOf(() => admit(linkOf(record), stored, openNow));

    expect(refusal).toMatchObject({
      code: 'link_invalid',
      message: 'Invalid interview token',
      details: {},
    });
  });

  it.each([
    ['another link', aLink({ link_id: 'f'.repeat(32), generation: 2 })],
    ['no link', null],
  ])('is refused as replaced if the interview has %s now', async (_name, link) => {
    const refusal = await refusalOf(() => admit(linkOf(record), aRecord({ link }), openNow));

    expect(refusal).toMatchObject({
      code: 'link_replaced',
      message: 'Invalid interview token',
      details: {},
    });
  });

  it('that was replaced is refused as such at any time', async () => {
    const stored = aRecord({ link: aLink({ link_id: 'f'.repeat(32) }) });

    const codes = await Promise.all(
      ['2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z'].map((now) =>
        codeOf(() => admit(linkOf(record), stored, at(now))),
      ),
    );

    expect(codes).toEqual(['link_replaced', 'link_replaced']);
  });

  it.each([
    ['2026-11-23T09:44:59.999Z', 'link_not_open'],
    ['2026-11-23T09:45:00.000Z', null],
    ['2026-11-23T13:00:00.000Z', null],
    ['2026-11-23T13:00:00.001Z', 'link_expired'],
  ])('at %s gets the code %s', async (now, code) => {
    expect(await codeOf(() => admit(linkOf(record), record, at(now)))).toBe(code);
  });

  it('that comes too early is refused with the times of the interview', async () => {
    const refusal = await refusalOf(() =>
      admit(linkOf(record), record, at('2026-11-23T09:00:00Z')),
    );

    expect(refusal?.details).toMatchObject({
      opens_at: '2026-11-23T09:45:00Z',
      starts_at: '2026-11-23T10:00:00Z',
      server_time: '2026-11-23T09:00:00Z',
    });
  });

  it('that comes too late is refused with the time of expiry and the status, and nothing else of the interview', async () => {
    const refusal = await refusalOf(() =>
      admit(linkOf(record), record, at('2026-11-24T00:00:00Z')),
    );

    expect(refusal?.details).toEqual({
      status: 'in_progress',
      expires_at: '2026-11-23T13:00:00Z',
      server_time: '2026-11-24T00:00:00Z',
    });
  });

  it('follows the times that the interview has now', async () => {
    const moved = aRecord({
      interview: { starts_at: '2026-11-25T10:00:00Z', ends_at: '2026-11-25T11:00:00Z' },
    });

    expect(await codeOf(() => admit(linkOf(record), moved, openNow))).toBe('link_not_open');
    expect(await codeOf(() => admit(linkOf(record), moved, at('2026-11-25T10:00:00Z')))).toBeNull();
  });

  it('made with an older key still opens its interview after a rotation', async () => {
    const { claim } = linkOf(record);

    const code = await codeOf(() => admit({ claim, keys: testKeys }, record, openNow));

    expect([claim.key_id, testKeys.current]).toEqual([1, 2]);
    expect(code).toBeNull();
  });
});

describe('ids sent along with a token', () => {
  const admitted = admit(linkOf(record), record, openNow);

  it.each([
    ['no id', {}, null],
    ['its own ids', { interview_id: id(1), session_id: id(50) }, null],
    ['the id of another interview', { interview_id: id(2) }, 'link_invalid'],
    ['the id of another session', { session_id: id(51) }, 'link_invalid'],
  ])('are compared with it: %s, %j, gets the code %s', async (_name, sent, code) => {
    expect(await codeOf(() => sameInterview(admitted, sent))).toBe(code);
  });
});
