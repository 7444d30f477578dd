import { useState } from 'preact/hooks';
import { Confirm } from '../../parts/confirm.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { Wrong } from '../../parts/problem.tsx';
import { counted } from './words.ts';

interface DockProps {
  changes: number;
  /** The number that saving gives. */
  next: number;
  /** Why it cannot be saved yet, each with a field. */
  blocked: readonly Required<Wrong>[];
  isWorking: boolean;
  said: string;
  onSave(): void;
  onDiscard(): void;
}

const mostShown = 3;

const Blocked = ({ blocked }: { blocked: DockProps['blocked'] }) => (
  <div id="blocked" class="blocked">
    {blocked.slice(0, mostShown).map(({ message, field }) => (
      <p class="error" key={field}>
        <Icon name="alert" />
        <a href={`#${field}`}>{message}</a>
      </p>
    ))}
    {blocked.length > mostShown && (
      <p class="meta">and {counted(blocked.length - mostShown, 'other sum')}</p>
    )}
  </div>
);

/** What waits to be saved. It has its place from the start, so that nothing moves when something is typed. */
export const Dock = (props: DockProps) => {
  const { changes, next, blocked, isWorking, said, onSave, onDiscard } = props;
  const [isAsking, setAsking] = useState(false);
  const canSave = changes > 0 && blocked.length === 0 && !isWorking;
  const count = changes === 0 ? 'No changes.' : `${counted(changes, 'change')} not saved.`;
  const save = () => {
    if (canSave) onSave();
    else document.querySelector<HTMLElement>('#blocked a')?.focus();
  };
  return (
    <section class="dock" aria-label="Changes">
      <div class="dock-words">
        <p id="unsaved">
          <strong role="status">{isWorking ? 'Saving.' : said || count}</strong> Saving makes
          version {next}, which you can then approve. Interviews that have their link keep the
          version they use.
        </p>
        {changes > 0 && blocked.length > 0 && <Blocked blocked={blocked} />}
      </div>
      <div class="actions">
        <button
          type="button"
          class="btn plain"
          aria-disabled={changes === 0}
          onClick={() => changes > 0 && setAsking(true)}
        >
          Discard
        </button>
        <button
          type="button"
          class="btn primary"
          id="save"
          aria-disabled={!canSave}
          aria-describedby={blocked.length > 0 ? 'unsaved blocked' : 'unsaved'}
          onClick={save}
        >
          Save as version {next}
        </button>
      </div>
      {isAsking && (
        <Confirm
          title={`Discard ${counted(changes, 'change')}?`}
          action="Discard"
          keep="Go on editing"
          isDangerous
          onConfirm={() => {
            onDiscard();
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        >
          <p>
            What you typed since version {next - 1} is gone for good. Version {next - 1} stays as it
            is.
          </p>
        </Confirm>
      )}
    </section>
  );
};
