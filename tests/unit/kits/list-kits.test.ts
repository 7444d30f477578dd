import { describe, expect, it, vi } from 'vitest';
import { listKits } from '../../../functions/list-kits/list-kits.ts';
import { endpoints } from '../../../shared/contract/endpoints.ts';
import type { Kit } from '../../../shared/domain/kit.ts';
import type { Bound } from '../../../shared/table/client.ts';
import { KitPlace, type listKits as list } from '../../../shared/table/kit-list.ts';
import { aKit, aVersionStatus } from '../../support/kits.ts';
import { testKeys } from '../../support/links.ts';
import { id } from '../../support/records.ts';
import { codeOf } from '../../support/refusals.ts';

const kits = Array.from({ length: 5 }, (_, n) =>
  aKit({ kit_id: id(305 - n), created_at: `2026-11-2${5 - n}T08:00:00.000Z` }),
);

/** A list of these kits, as the table pages it. */
const fakes = (all: Kit[] = kits) => ({
  list: vi.fn<Bound<typeof list>>(async ({ limit, after }) => {
    const from = after ? all.findIndex(({ kit_id }) => kit_id === after.kit_id) + 1 : 0;
    const page = all.slice(from, from + limit);
    const last = from + limit < all.length ? page.at(-1) : undefined;
    return { kits: page, next: last ? KitPlace.parse(last) : null };
  }),
  linkKeys: async () => testKeys,
});
const asked = { archived: 'false', limit: 2 } as const;
const answer = async (...[deps, query]: Parameters<typeof listKits>) =>
  endpoints.listKits.response.parse(await listKits(deps, query));

describe('the list of kits', () => {
  it('goes through all of them, page by page', async () => {
    const deps = fakes();
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await answer(deps, { ...asked, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ kit_id }) => kit_id));
      cursor = page.next_cursor;
    } while (cursor);

    expect(seen).toEqual(kits.map(({ kit_id }) => kit_id));
    expect(deps.list).toHaveBeenCalledTimes(3);
  });

  it('says of each its newest version, and the newest that is approved', async () => {
    const versions = [
      aVersionStatus(1, 'approved'),
      aVersionStatus(2, 'approved'),
      { ...aVersionStatus(3), questions: 7 },
    ];

    const { items } = await answer(fakes([aKit({ versions }), aKit()]), asked);

    expect(items).toMatchObject([
      { version: 3, status: 'draft', approved_version: 2, question_count: 7 },
      { version: 1, status: 'draft', approved_version: null, question_count: 3 },
    ]);
  });

  it('contains no rubric, no versions and nothing of its own', async () => {
    const page = await answer(fakes(), asked);

    expect(Object.keys(page.items[0] ?? {})).not.toContain('versions');
    expect(JSON.stringify(page)).not.toMatch(/RUBRIC|job_hash|revision/);
  });

  it('asks for those in use, or for those archived', async () => {
    const deps = fakes();

    await listKits(deps, asked);
    await listKits(deps, { ...asked, archived: 'true' });

    expect(deps.list.mock.calls.map(([query]) => query)).toEqual([
      { archived: false, limit: 2, after: null },
      { archived: true, limit: 2, after: null },
    ]);
  });

  it('may have pages of another size', async () => {
    const deps = fakes();
    const { next_cursor } = await answer(deps, asked);

    const { items } = await answer(deps, { ...asked, limit: 3, cursor: next_cursor ?? '' });

    expect(items.map(({ kit_id }) => kit_id)).toEqual([id(303), id(302), id(301)]);
  });

  it('refuses a cursor of the other list, and one that is not ours, before it reads', async () => {
    const deps = fakes();
    const { next_cursor } = await answer(deps, asked);
    deps.list.mockClear();

    const others = { ...asked, archived: 'true', cursor: next_cursor ?? '' } as const;
    expect(await codeOf(listKits(deps, others))).toBe('invalid_cursor');
    expect(await codeOf(listKits(deps, { ...asked, cursor: 'AAAA' }))).toBe('invalid_cursor');
    expect(deps.list).not.toHaveBeenCalled();
  });

  it('has a cursor that holds no more than a place', async () => {
    const { next_cursor } = await answer(fakes(), asked);

    const held = Buffer.from(next_cursor ?? '', 'base64url')
      .toString('latin1')
      .slice(17);
    expect(JSON.parse(held)).toEqual({ created_at: kits[1]?.created_at, kit_id: id(304) });
  });
});
