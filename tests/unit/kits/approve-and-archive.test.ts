import { describe, expect, it, vi } from 'vitest';
import { approveKit } from '../../../functions/approve-kit/approve-kit.ts';
import { reviseKit } from '../../../functions/revise-kit/revise-kit.ts';
import { KitView } from '../../../shared/contract/kit-view.ts';
import { changeKit } from '../../../shared/kits/change-kit.ts';
import { aVersion } from '../../support/kits.ts';
import { id, openNow } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusals.ts';
import { by, kit_id, storedKit } from './stored-kit.ts';

const first = { recruiter: 'first' };
const second = { recruiter: 'second' };

describe('approving a version', () => {
  it('makes it approved, says by whom and when, and makes no other version', async () => {
    const { deps, contentOf } = await storedKit();

    const view = KitView.parse(await approveKit(deps, first, kit_id, 1));

    expect(view).toMatchObject({ version: 1, status: 'approved' });
    expect(view.versions).toEqual([
      expect.objectContaining({
        version: 1,
        status: 'approved',
        approved_by: 'recruiter:first',
        approved_at: new Date(openNow).toISOString(),
        created_by: 'recruiter:recruiter-1',
      }),
    ]);
    expect(await contentOf(1)).toEqual(aVersion(1));
  });

  it('again changes nothing: who did it first stays', async () => {
    const { deps, items } = await storedKit();
    await approveKit(deps, first, kit_id, 1);
    const before = items();

    const again = await approveKit({ ...deps, now: () => openNow + 1 }, second, kit_id, 1);

    expect(again.versions[0]).toMatchObject({ approved_by: 'recruiter:first' });
    expect(items()).toEqual(before);
  });

  it('leaves the others as they are, also a newer one', async () => {
    const { deps } = await storedKit();
    await reviseKit(deps, by, kit_id, {
      version: 1,
      competencies: [{ id: 'data-modelling', name: 'Data', description: 'Data.', weight: 1 }],
    });

    const view = await approveKit(deps, first, kit_id, 1);

    expect(view.version).toBe(1);
    expect(view.competencies[0]?.name).toBe('Data modelling');
    expect(view.versions.map(({ status }) => status)).toEqual(['approved', 'draft']);
  });

  it.each([
    ['a version that the kit does not have', kit_id, 2],
    ['a kit that does not exist', id(301), 1],
    ['what is no kit', 'kit', 1],
  ])('of %s is refused', async (_name, of, version) => {
    const { deps, items } = await storedKit();
    const before = items();

    expect(await codeOf(approveKit(deps, first, of, version))).toBe('kit_not_found');
    expect(items()).toEqual(before);
  });

  it('that another change overtakes is made on top of it', async () => {
    const { deps, overtaken, read } = await storedKit();
    const other = async () => deps.storeKit(await read(), { archived: true });

    const view = await approveKit(overtaken(other), first, kit_id, 1);

    expect(view).toMatchObject({ archived: true, status: 'approved' });
    expect(await read()).toMatchObject({ archived: true, versions: [{ status: 'approved' }] });
  });

  it('that the same approval overtakes leaves that one', async () => {
    const { deps, overtaken, read } = await storedKit();
    const other = () => approveKit(deps, first, kit_id, 1);

    await approveKit(overtaken(other), second, kit_id, 1);

    expect((await read()).versions[0]?.approved_by).toBe('recruiter:first');
  });

  it('that others overtake again and again is a conflict to try again', async () => {
    const { deps, overtaken, read } = await storedKit();
    const other = async () => {
      const kit = await read();
      return deps.storeKit(kit, { archived: !kit.archived });
    };

    const refusal = await refusalOf(approveKit(overtaken(other, 9), first, kit_id, 1));

    expect(refusal).toMatchObject({ code: 'conflict', retry_after: 1 });
  });

  it('fails as the table does', async () => {
    const { deps } = await storedKit();
    const down = async () => {
      throw new Error('The table is down');
    };
    const slow = async () => {
      await new Promise(setImmediate);
      return down();
    };

    await expect(
      approveKit({ ...deps, readKit: slow, readKitVersion: down }, first, kit_id, 1),
    ).rejects.toThrow('The table is down');
  });
});

describe('archiving a kit', () => {
  const archive = (deps: Parameters<typeof changeKit>[0], archived: boolean) =>
    changeKit(deps, kit_id, (kit) => (kit.archived === archived ? null : { kit: { archived } }));

  it('and taking it back keeps its versions and their states', async () => {
    const { deps, read } = await storedKit();
    await approveKit(deps, first, kit_id, 1);
    const { versions } = await read();

    const archived = await archive(deps, true);
    const back = await archive(deps, false);

    expect([archived.kit.archived, back.kit.archived]).toEqual([true, false]);
    expect((await read()).versions).toEqual(versions);
  });

  it.each([true, false])('to what it is already writes nothing: %s', async (archived) => {
    const { deps, items } = await storedKit();
    if (archived) await archive(deps, true);
    const before = items();
    const write = vi.fn(deps.storeKit);

    const { kit } = await archive({ ...deps, storeKit: write }, archived);

    expect(kit.archived).toBe(archived);
    expect(write).not.toHaveBeenCalled();
    expect(items()).toEqual(before);
  });

  it('that does not exist is refused', async () => {
    const { deps } = await storedKit();

    expect(await codeOf(changeKit(deps, id(301), () => ({ kit: { archived: true } })))).toBe(
      'kit_not_found',
    );
  });
});
