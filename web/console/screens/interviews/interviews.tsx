import { useEffect, useState } from 'preact/hooks';
import { momentOf } from '../../../../client/zoned-time.ts';
import { useLoaded } from '../../loading.ts';
import { Failure } from '../../parts/failure.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Page } from '../../parts/page.tsx';
import { interviewStates } from '../../parts/status.tsx';
import { usePolling } from '../../polling.ts';
import { to, usePlace } from '../../router.ts';
import { useSettings } from '../../settings.ts';
import { cityOf, dayOf, zoneName } from '../../time.ts';
import { type Asked, askedIn, inputOf, isNarrowed, queryOf } from './asked.ts';
import { NoneFound, NoneYet } from './empty.tsx';
import { useKeys, useReturn } from './keys.ts';
import { keepPage, type ListPage, readPage, seenPage, showTheSame } from './pages.ts';
import { Pages } from './paging.tsx';
import { Sieve } from './sieve.tsx';
import { InterviewTable } from './table.tsx';

const soughtIn = ({ status, email, kit_id, from, to: until }: Asked): string =>
  [
    status && interviewStates[status].word.toLowerCase(),
    email && `e-mail ${email}`,
    kit_id && 'one kit',
    from && `starting from ${dayOf(`${from}T12:00:00Z`, 'UTC')}`,
    until && `starting until ${dayOf(`${until}T12:00:00Z`, 'UTC')}`,
  ]
    .filter(Boolean)
    .join(', ');

const Found = ({ page, asked, isBusy }: { page: ListPage; asked: Asked; isBusy: boolean }) => {
  if (page.items.length > 0) return <InterviewTable items={page.items} isBusy={isBusy} />;
  if (page.next) return <p class="card">Nothing so far; older ones have not been looked at.</p>;
  if (isNarrowed(asked)) return <NoneFound sought={soughtIn(asked)} />;
  return asked.cursor ? <p class="card">There are no older ones.</p> : <NoneYet />;
};

const keys = { 'j k': 'move', Enter: 'open', '/': 'find', n: 'new' };

const Keys = () => (
  <p class="meta keys">
    {Object.entries(keys).map(([pressed, does]) => (
      <span key={does}>
        {pressed.split(' ').map((key) => [<kbd key={key}>{key}</kbd>, ' '])}
        {does}
      </span>
    ))}
  </p>
);

/** The interviews, latest start first. */
export const InterviewsScreen = () => {
  const { zone } = useSettings();
  const { query } = usePlace();
  const asked = askedIn(query);
  const address = to('/', queryOf(asked));
  const [newer, setNewer] = useState<ListPage | null>(null);
  const input = inputOf(asked, (day, time) => momentOf(`${day}T${time}`, zone) ?? day);
  const read = (signal: AbortSignal) => readPage(input, signal);
  const loaded = useLoaded(
    async (signal) => keepPage(address, await read(signal)),
    [address, zone],
    seenPage(address),
  );
  const { error, isLoading, reload, set } = loaded;
  const current = seenPage(address);
  // The page from before stays until this one is there.
  const value = current ?? loaded.value;
  useEffect(() => setNewer(null), [address]);
  useKeys();
  useReturn(value !== null);
  usePolling(
    current !== null && !isLoading,
    async (signal) => {
      const page = await read(signal);
      if (signal.aborted || !current) return false;
      if (JSON.stringify(page) === JSON.stringify(current)) return false;
      // Rows change where they are; a row that would push others waits until it is asked for.
      if (showTheSame(page, current)) set(keepPage(address, page));
      else setNewer(page);
      return true;
    },
    { first: 15_000, longest: 120_000 },
  );
  const isFirst = value !== null && value.items.length === 0 && !isNarrowed(asked) && !asked.cursor;
  return (
    <Page
      title="Interviews"
      lede={
        isFirst
          ? 'Nothing here yet.'
          : `Latest start first. Times are yours: ${cityOf(zone)}, ${zoneName(zone)}.`
      }
      actions={
        !isFirst && (
          <>
            <a class="btn" href={to('/interviews/import')}>
              Import a CSV file
            </a>
            <a class="btn primary" href={to('/interviews/new')}>
              <Icon name="plus" />
              New interview
            </a>
          </>
        )
      }
    >
      {!isFirst && <Sieve asked={asked} />}
      {error && <Failure error={error} retry={reload} />}
      {!value && !error && <div class="card flush list-wait" aria-busy="true" />}
      {value && !error && <Found page={value} asked={asked} isBusy={isLoading} />}
      <div class="foot">
        {!error && value?.items.length !== 0 && <Keys />}
        <p role="status">
          {newer && (
            <button
              type="button"
              class="btn plain"
              onClick={() => {
                set(keepPage(address, newer));
                setNewer(null);
              }}
            >
              The list has changed: show it
            </button>
          )}
        </p>
        <Pages asked={asked} next={current?.next ?? null} />
      </div>
    </Page>
  );
};
