import { describe, expect, it } from 'vitest';
import { getLink } from '../../../functions/get-link/get-link.ts';
import type { InterviewRecord } from '../../../shared/table/interviews.ts';
import { testKeys, tokenFor } from '../../support/links.ts';
import { aLink, aRecord, id, openNow } from '../../support/records.ts';
import { refusalOf } from '../../support/refusals.ts';

const get = (record: InterviewRecord | null, now = openNow) =>
  getLink(
    {
      readInterview: async () => record,
      linkKeys: async () => testKeys,
      baseUrl: async () => 'https://talent.example.com',
      now: () => now,
    },
    id(1),
  );

describe('reading a link', () => {
  it('returns the token of the last link every time', async () => {
    const record = aRecord();

    const [one, other] = [await get(record), await get(record)];

    expect(one.link_token).toBe(tokenFor(record));
    expect(other).toEqual(one);
  });

  it('says how many questions there are and that it is open', async () => {
    expect(await get(aRecord())).toMatchObject({ questions_generated: 3, is_expired: false });
  });

  it.each([
    ['2026-11-23T13:00:00.000Z', false],
    ['2026-11-23T13:00:00.001Z', true],
  ])('at %s says that it is expired: %s', async (now, is_expired) => {
    expect(await get(aRecord(), Date.parse(now))).toMatchObject({ is_expired });
  });

  it('still works when the interview is completed', async () => {
    const view = await get(aRecord({ interview: { status: 'completed' } }));

    expect(view.link_token).toHaveLength(110);
  });

  it.each([
    ['no interview', null],
    ['no link', aRecord({ link: null })],
    ['no session', aRecord({ session: null })],
    ['a link whose key was retired', aRecord({ link: aLink({ key_id: 9 }) })],
  ])('finds none with %s', async (_name, record) => {
    expect(await refusalOf(get(record))).toMatchObject({
      code: 'link_not_found',
      message: 'No interview link found for this interview',
    });
  });
});
