import type { KitView } from '../../shared/contract/kit-view.ts';
import { changeKit, type KitChanging } from '../../shared/kits/change-kit.ts';
import { viewKit } from '../../shared/kits/kit-view.ts';
import { type Actor, actorName } from '../../shared/table/audit.ts';
import type { Bound } from '../../shared/table/client.ts';
import type { readKitVersion } from '../../shared/table/kit-versions.ts';

interface Deps extends KitChanging {
  readKitVersion: Bound<typeof readKitVersion>;
  now(): number;
}

/** Approves a version; who did it first stays. @throws AppError kit_not_found, conflict */
export const approveKit = async (
  deps: Deps,
  by: Actor,
  kit_id: string,
  version: number,
): Promise<KitView> => {
  const approved = {
    status: 'approved' as const,
    approved_at: new Date(deps.now()).toISOString(),
    approved_by: actorName(by),
  };
  const [record, content] = await Promise.all([
    changeKit(deps, kit_id, ({ versions }) =>
      versions.some((one) => one.version === version && one.status === 'draft')
        ? {
            kit: {
              versions: versions.map((one) =>
                one.version === version ? { ...one, ...approved } : one,
              ),
            },
          }
        : null,
    ),
    deps.readKitVersion(kit_id, version),
  ]);
  return viewKit(record, content);
};
