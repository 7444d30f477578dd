import { useState } from 'preact/hooks';
import { useActing } from '../../acting.ts';
import { useLoaded } from '../../loading.ts';
import { Failure } from '../../parts/failure.tsx';
import { Page } from '../../parts/page.tsx';
import { backTo, to } from '../../router.ts';
import type { ScreenProps } from '../../routes.ts';
import { useSettings } from '../../settings.ts';
import { talaro } from '../../talaro.ts';
import { AuditTable } from './audit-table.tsx';
import type { Entry } from './audit-words.ts';
import { NoInterview } from './erased.tsx';

interface More {
  items: Entry[];
  next: string | null;
}

/** All that happened to an interview, oldest first, page after page. */
export const AuditScreen = ({ params: { interview_id = '' } }: ScreenProps) => {
  const { zone } = useSettings();
  const first = useLoaded(
    (signal) => talaro.listAudit({ interview_id }, { signal }),
    [interview_id],
  );
  const [more, setMore] = useState<More | null>(null);
  const { run, error, isWorking } = useActing();
  if (first.error?.code === 'interview_not_found') {
    return <NoInterview message={first.error.message} />;
  }
  const entries = [...(first.value?.items ?? []), ...(more?.items ?? [])];
  const cursor = more ? more.next : (first.value?.next_cursor ?? null);
  const load = () =>
    run(async () => {
      if (!cursor) return;
      const { items, next_cursor } = await talaro.listAudit({ interview_id, cursor });
      setMore({ items: [...(more?.items ?? []), ...items], next: next_cursor });
    });
  return (
    <Page
      title="Audit"
      lede="Everything that happened to this interview, oldest first. Nothing in it can be changed."
      crumbs={
        <>
          <a href={backTo('/')}>Interviews</a>
          <a href={to(`/interviews/${interview_id}`)}>This interview</a>
        </>
      }
    >
      {first.error ? (
        <Failure error={first.error} retry={first.reload} />
      ) : (
        <section class="card" aria-label="Entries">
          <AuditTable entries={entries} zone={zone} />
        </section>
      )}
      {error && <Failure error={error} retry={() => void load()} />}
      {cursor && (
        <div class="actions block-s">
          <button type="button" class="btn" aria-disabled={isWorking} onClick={() => void load()}>
            Show the next entries
          </button>
        </div>
      )}
      <p class="meta did block-s" role="status">
        {first.value && `${entries.length} entries shown${cursor ? '' : ', which is all'}`}
      </p>
    </Page>
  );
};
