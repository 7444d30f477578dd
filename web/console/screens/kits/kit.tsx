import { useLoaded } from '../../loading.ts';
import { Failure } from '../../parts/failure.tsx';
import { Page } from '../../parts/page.tsx';
import { to, usePlace } from '../../router.ts';
import type { ScreenProps } from '../../routes.ts';
import { talaro } from '../../talaro.ts';
import { KitEditor } from './editor.tsx';
import { KitReader } from './reader.tsx';

/** One interview kit: its newest version to be edited, an earlier one to be read. */
export const KitScreen = ({ params: { kit_id = '' } }: ScreenProps) => {
  const version = usePlace().query.get('version');
  const { value, error, isLoading, reload, set } = useLoaded(
    (signal) => talaro.getKit({ kit_id, ...(version && { version }) }, { signal }),
    [kit_id, version],
  );
  if (error || !value) {
    return (
      <Page title="Interview kit" crumbs={<a href={to('/kits')}>Kits</a>}>
        {error && <Failure error={error} retry={reload} />}
        {!error && <div class="card flush list-wait" aria-busy={isLoading} />}
      </Page>
    );
  }
  const isNewest = value.version === value.versions.length;
  // Another version is another page; saving makes a newer one of the same.
  return isNewest ? (
    <KitEditor key={kit_id} kit={value} onKit={set} />
  ) : (
    <KitReader key={value.version} kit={value} onChange={reload} />
  );
};
