import { useEffect } from 'preact/hooks';
import { useLoaded } from '../../loading.ts';
import { Failure } from '../../parts/failure.tsx';
import { to } from '../../router.ts';
import { talaro } from '../../talaro.ts';
import { carriedOver, changesBetween } from './changes.ts';
import { contentIn, draftOf, type Kit, type KitDraft } from './kit-draft.ts';
import { counted } from './words.ts';

/** A draft that is kept, and the version that it began with. */
export interface KeptDraft {
  version: number;
  draft: KitDraft;
}

interface OutdatedProps {
  /** The newest version. */
  kit: Kit;
  kept: KeptDraft;
  onCarry(draft: KitDraft): void;
  onDrop(): void;
  /** It turned out that nothing was changed. */
  onNothing(): void;
}

/** Somebody saved another version in the meantime: what was typed is kept until a person has chosen. */
export const Outdated = ({ kit, kept, onCarry, onDrop, onNothing }: OutdatedProps) => {
  const { kit_id, version } = kit;
  const began = useLoaded(
    (signal) => talaro.getKit({ kit_id, version: String(kept.version) }, { signal }),
    [kit_id, kept.version],
  );
  const base = began.value;
  const count = base ? changesBetween(base, contentIn(base, kept.draft)) : null;
  useEffect(() => {
    if (count === 0) onNothing();
  }, [count]);
  if (began.error) return <Failure error={began.error} retry={began.reload} />;
  return (
    <section class="notice warn outdated" aria-labelledby="outdated">
      <h2 id="outdated" tabIndex={-1}>
        There is a version {version} by now
      </h2>
      <p>
        You were changing version {kept.version}.{' '}
        {count !== null && `What you typed is kept in this tab: ${counted(count, 'change')}. `}
        Version {version} is below.
      </p>
      <div class="actions">
        <button
          type="button"
          class="btn"
          aria-disabled={base === null}
          onClick={() => base && onCarry(carriedOver(draftOf(base), kept.draft, draftOf(kit)))}
        >
          Carry my changes over to version {version}
        </button>
        <button type="button" class="btn" onClick={onDrop}>
          Drop my changes, take version {version}
        </button>
        <a
          class="btn plain"
          href={to(`/kits/${kit_id}/versions`, {
            left: String(kept.version),
            right: String(version),
          })}
        >
          What changed from version {kept.version} to {version}
        </a>
      </div>
      <p class="meta">
        Carried over, your text stands where both of you changed the same. Nothing is saved before
        you have seen it.
      </p>
    </section>
  );
};
