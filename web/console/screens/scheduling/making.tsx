import { useEffect } from 'preact/hooks';
import { save } from '../../../candidate/runner/save.ts';
import { Page } from '../../parts/page.tsx';
import { to, useUnsaved } from '../../router.ts';
import type { Plan } from './batches.ts';
import { resultsFile, rowsFile } from './import-files.ts';
import type { ImportRow } from './import-rows.ts';
import { tallyOf, tallyWords } from './import-words.ts';
import { type Phase, useMaking } from './making-state.ts';
import { Results } from './results.tsx';

export interface MakingProps {
  plan: Plan;
  /** The rows of the file that are not in the plan. */
  left: readonly ImportRow[];
  /** Whether it begins by itself. */
  begins: boolean;
  /** Whether it is kept in this tab, so that leaving loses nothing. */
  isKept: boolean;
  onForget(): void;
}

const titles: Readonly<Record<Phase, (count: string) => string>> = {
  waiting: (count) => `Go on creating ${count}`,
  running: (count) => `Creating ${count}`,
  stopped: (count) => `Stopped creating ${count}`,
  failed: (count) => `Not finished: ${count}`,
  done: (count) => `Created ${count}`,
};

const Said = ({ phase, message }: { phase: Phase; message: string | undefined }) => {
  if (phase === 'waiting') {
    return (
      <p>It was interrupted. What has been created is found again, and nothing is created twice.</p>
    );
  }
  if (phase === 'failed') return <p>{message}. Nothing is created twice when you go on.</p>;
  return phase === 'stopped' ? <p>What was created stays. You can go on at any time.</p> : null;
};

/** The last step of an import: the making, and what has come of it. */
export const Making = ({ plan, left, begins, isKept, onForget }: MakingProps) => {
  const { phase, error, outcomes, run, stop } = useMaking(plan, begins);
  useUnsaved(phase === 'running' && !isKept ? 'Interviews are being created. Leave?' : null);
  const tally = tallyOf(outcomes);
  const total = plan.rows.length;
  const count = `${phase === 'done' ? tally.created : total} ${total === 1 ? 'interview' : 'interviews'}`;
  const lacks = tally.open > 0 || (plan.links && tally.linked < tally.created);
  const isUnfinished = phase !== 'running' && (phase !== 'done' || lacks);
  const download = () => save('interviews-created.csv', 'text/csv', resultsFile(plan, outcomes));
  const title = titles[phase](count);
  // The button that was pressed may be gone.
  useEffect(() => {
    if (!document.activeElement || document.activeElement === document.body) {
      document.querySelector<HTMLElement>('h1')?.focus();
    }
  }, [phase]);
  return (
    <Page
      title={title}
      crumbs={<a href={to('/')}>Interviews</a>}
      actions={
        phase !== 'running' && (
          <button type="button" class="btn" onClick={onForget}>
            Import another file
          </button>
        )
      }
    >
      <section class="dock" aria-label="What happens now">
        <div class="stack">
          <p role="status">
            <strong>
              {phase === 'done' ? tallyWords(tally, plan.links) : `${outcomes.size} of ${total}`}.
            </strong>
          </p>
          <progress
            class="made"
            max={total}
            value={outcomes.size}
            aria-label="Rows that were answered"
          />
          <Said phase={phase} message={error?.message} />
          {left.length > 0 && (
            <p>
              Not sent: {left.length === 1 ? 'a row' : `${left.length} rows`} with something to fix
              or left out.
            </p>
          )}
        </div>
        <div class="actions">
          {phase === 'running' && (
            <button type="button" class="btn" onClick={stop}>
              Stop
            </button>
          )}
          {outcomes.size > 0 && phase !== 'running' && (
            <button type="button" class={isUnfinished ? 'btn' : 'btn primary'} onClick={download}>
              Download a CSV {plan.links ? 'with the links' : 'of these'}
            </button>
          )}
          {left.length > 0 && phase !== 'running' && (
            <button
              type="button"
              class="btn plain"
              onClick={() => save('not-sent.csv', 'text/csv', rowsFile(left))}
            >
              Download {left.length === 1 ? 'this row' : 'these rows'}
            </button>
          )}
          {isUnfinished && (
            <button type="button" class="btn primary" onClick={run}>
              {phase === 'done' ? 'Try the rest again' : 'Continue'}
            </button>
          )}
        </div>
      </section>
      {outcomes.size > 0 && phase !== 'running' && <Results plan={plan} outcomes={outcomes} />}
    </Page>
  );
};
