import { useLoaded } from '../../loading.ts';
import { Failure } from '../../parts/failure.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Page } from '../../parts/page.tsx';
import { to, usePlace } from '../../router.ts';
import { talaro } from '../../talaro.ts';
import { KitTable } from './kit-table.tsx';

const None = ({ isArchive }: { isArchive: boolean }) =>
  isArchive ? (
    <p class="card">No kit is archived.</p>
  ) : (
    <section class="card empty" aria-labelledby="none">
      <div>
        <h2 id="none">No kit yet</h2>
        <p class="lede">
          A kit makes an interview structured: what the job requires, its questions, and what a good
          answer to each shows. Every candidate of the job gets the same. Paste the job’s text, and
          a first version is written for you to change.
        </p>
      </div>
      <div class="actions">
        <a class="btn primary" href={to('/kits/new')}>
          Make a kit
        </a>
      </div>
    </section>
  );

/** The interview kits, newest first; the archived ones apart. */
export const KitsScreen = () => {
  const { query } = usePlace();
  const isArchive = query.get('archived') === 'true';
  const cursor = query.get('cursor');
  const archived = isArchive ? 'true' : 'false';
  const { value, error, isLoading, reload } = useLoaded(
    (signal) => talaro.listKits({ archived, ...(cursor && { cursor }) }, { signal }),
    [archived, cursor],
  );
  const tabs = [
    { title: 'In use', isOn: !isArchive, address: to('/kits') },
    { title: 'Archived', isOn: isArchive, address: to('/kits', { archived: 'true' }) },
  ];
  const next = value?.next_cursor ?? null;
  const at = (place: string | null) =>
    to('/kits', { archived: isArchive ? 'true' : null, cursor: place });
  return (
    <Page
      title="Interview kits"
      documentTitle={isArchive ? 'Archived interview kits' : 'Interview kits'}
      lede="Newest first."
      actions={
        <a
          class={value?.items.length === 0 && !isArchive ? 'btn' : 'btn primary'}
          href={to('/kits/new')}
        >
          <Icon name="plus" />
          New kit
        </a>
      }
    >
      <nav class="sieve" aria-label="Which kits">
        <ul class="tabs" role="list">
          {tabs.map(({ title, isOn, address }) => (
            <li key={title}>
              <a href={address} aria-current={isOn ? 'page' : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {error && <Failure error={error} retry={reload} />}
      {!value && !error && <div class="card flush list-wait" aria-busy={isLoading} />}
      {value && !error && value.items.length > 0 && <KitTable items={value.items} />}
      {value && !error && value.items.length === 0 && <None isArchive={isArchive} />}
      {(cursor || next) && (
        <nav class="foot actions" aria-label="Pages of the list">
          {cursor && (
            <a class="btn" href={at(null)}>
              Newest
            </a>
          )}
          {next && (
            <a class="btn" href={at(next)}>
              Older
            </a>
          )}
        </nav>
      )}
    </Page>
  );
};
