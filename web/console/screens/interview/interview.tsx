import { useCallback, useEffect, useState } from 'preact/hooks';
import { Failure } from '../../parts/failure.tsx';
import { Page } from '../../parts/page.tsx';
import { usePrinting } from '../../printing.ts';
import { backTo } from '../../router.ts';
import type { ScreenProps } from '../../routes.ts';
import { useSettings } from '../../settings.ts';
import { zoneTitle } from '../../time.ts';
import { type Dialog, Dialogs } from './dialogs.tsx';
import { useDoing } from './doing.ts';
import { Erased, NoInterview } from './erased.tsx';
import { Over } from './over.tsx';
import { PageActions } from './page-actions.tsx';
import { Refusal } from './refusal.tsx';
import { Requests } from './requests.tsx';
import { isolated, referenceOf, type Shown } from './shown.ts';
import { StatusLine } from './status-line.tsx';
import { UnderWay } from './under-way.tsx';
import { useWatched, type Watched } from './watching.ts';

const crumbs = () => <a href={backTo('/')}>Interviews</a>;

/** The frame that stands while the interview is loaded, so that nothing moves when it is there. */
const Waiting = () => (
  <div class="cols side even block-s" aria-hidden="true">
    <div class="stack">
      <div class="card yet" />
      <div class="card yet" />
    </div>
    <div class="stack">
      <div class="card yet" />
      <div class="card yet" />
    </div>
  </div>
);

interface KnownProps {
  interview: Shown;
  watched: Watched;
  onErased(at: string): void;
}

const Known = ({ interview, watched, onErased }: KnownProps) => {
  const { zone } = useSettings();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [done, setDone] = useState('');
  const close = useCallback(() => setDialog(null), []);
  const { refresh, heard, isLost } = watched;
  const props = { interview, zone, refresh, say: setDone };
  const exporting = useDoing(props);
  usePrinting();
  useEffect(() => {
    // What was pressed may be gone with what it did; a link that was just made is copied next.
    if (document.activeElement !== document.body) return;
    (document.getElementById('url') ?? document.querySelector('h1'))?.focus();
  }, [done, dialog]);
  const parts = { ...props, open: setDialog, heard, isLost };
  const isOver = interview.status === 'completed' || interview.status === 'cancelled';
  return (
    <Page
      title={interview.candidate_name}
      documentTitle={`${isolated(interview.candidate_name)}, ${isolated(interview.job_title)}`}
      crumbs={crumbs()}
      line={<StatusLine interview={interview} />}
      actions={<PageActions interview={interview} exporting={exporting} open={setDialog} />}
    >
      <p class="on-paper">
        Talaro, interview {referenceOf(interview)}. Times are those of {zoneTitle(zone)}.
      </p>
      <p class="meta did" role="status">
        {done}
      </p>
      <Refusal doing={exporting} />
      <Requests interview={interview} zone={zone} open={setDialog} />
      {isOver ? <Over {...parts} /> : <UnderWay {...parts} />}
      <Dialogs dialog={dialog} close={close} onErased={onErased} {...props} />
    </Page>
  );
};

/** One interview: its link, its progress, its answers and the decision about it. */
export const InterviewScreen = ({ params: { interview_id = '' } }: ScreenProps) => {
  const watched = useWatched(interview_id);
  const [erasedAt, setErasedAt] = useState<string | null>(null);
  const { value, error, reload } = watched;
  if (erasedAt) return <Erased at={erasedAt} />;
  if (error?.code === 'interview_not_found') return <NoInterview message={error.message} />;
  if (value) return <Known interview={value} watched={watched} onErased={setErasedAt} />;
  return (
    <Page title="Interview" crumbs={crumbs()} line={'\u00a0'}>
      {error ? <Failure error={error} retry={reload} /> : <Waiting />}
    </Page>
  );
};
