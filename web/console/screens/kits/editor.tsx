import { useEffect, useMemo, useState } from 'preact/hooks';
import { TalaroError } from '../../../../client/error.ts';
import { useActing } from '../../acting.ts';
import { useKeptInTab } from '../../kept-in-tab.ts';
import { ErrorSummary } from '../../parts/problem.tsx';
import { useUnsaved } from '../../router.ts';
import { talaro } from '../../talaro.ts';
import { changesBetween } from './changes.ts';
import { Dock } from './dock.tsx';
import { useFocusNext } from './editing.ts';
import { KitActions } from './kit-actions.tsx';
import { contentIn, draftOf, type Kit, type KitDraft } from './kit-draft.ts';
import { KitForm } from './kit-form.tsx';
import { KitFrame } from './kit-frame.tsx';
import { type KeptDraft, Outdated } from './outdated.tsx';
import { sumsOf, wrongInKit, wrongSums } from './places.ts';
import { revisionOf } from './revision.ts';
import { useSpeech } from './speech.ts';

const leaving =
  'Your changes to this kit are not saved. They stay in this tab until it is closed. Leave?';

interface EditorProps {
  kit: Kit;
  /** Puts an answer of the API in its place. */
  onKit(kit: Kit): void;
}

const isOvertaken = (error: unknown) =>
  error instanceof TalaroError && error.code === 'version_conflict';

/** The newest version of a kit, edited in place. What is typed survives a reload and an ended login. */
export const KitEditor = ({ kit, onKit }: EditorProps) => {
  const [kept, setKept] = useKeptInTab<KeptDraft>(`kit/${kit.kit_id}`);
  const [said, setSaid] = useState('');
  const { run, error, isWorking, clear } = useActing();
  const speech = useSpeech(kit);
  const focusNext = useFocusNext();
  const isOutdated = kept !== null && kept.version !== kit.version;
  const draft = useMemo(
    () => (kept?.version === kit.version ? kept.draft : draftOf(kit)),
    [kept, kit],
  );
  const changes = useMemo(() => changesBetween(kit, contentIn(kit, draft)), [kit, draft]);
  const sums = useMemo(() => sumsOf(kit, draft), [kit, draft]);
  const wrong = wrongInKit(error);
  useUnsaved(changes > 0 || isOutdated ? leaving : null);
  useEffect(() => {
    if (isOutdated) document.getElementById('outdated')?.focus();
  }, [isOutdated]);
  const change = (next: KitDraft) => {
    setSaid('');
    setKept({ version: kit.version, draft: next });
  };
  const show = (next: Kit, sentence: string) => {
    onKit(next);
    setSaid(sentence);
  };
  const save = async () => {
    const { kit_id, version } = kit;
    try {
      const next = await talaro.reviseKit({ kit_id, version, ...revisionOf(kit, draft) });
      setKept(null);
      show(next, `Saved as version ${next.version}.`);
    } catch (cause) {
      if (!isOvertaken(cause)) throw cause;
      onKit(await talaro.getKit({ kit_id }));
    }
  };
  const discard = () => {
    clear();
    setKept(null);
  };
  const done = (focus: string, sentence: string) => {
    clear();
    focusNext(focus);
    setSaid(sentence);
  };
  const unsaved = changes > 0 || isOutdated ? 'Save your changes first.' : '';
  return (
    <KitFrame
      kit={kit}
      hasError={wrong.length > 0}
      actions={<KitActions kit={kit} unsaved={unsaved} onKit={show} />}
    >
      <ErrorSummary wrong={wrong} />
      {isOutdated ? (
        <Outdated
          kit={kit}
          kept={kept}
          onNothing={discard}
          onCarry={(carried) => {
            change(carried);
            done('save', `Your changes are on top of version ${kit.version} now. Not saved.`);
          }}
          onDrop={() => {
            discard();
            done('save', `This is version ${kit.version}.`);
          }}
        />
      ) : (
        <Dock
          changes={changes}
          next={kit.version + 1}
          blocked={wrongSums(sums)}
          isWorking={isWorking}
          said={said}
          onSave={() => void run(save)}
          onDiscard={discard}
        />
      )}
      <KitForm
        kit={kit}
        draft={draft}
        sums={sums}
        editing={{ stored: kit, isReadOnly: isWorking || isOutdated, wrong, speech, done }}
        onDraft={change}
      />
    </KitFrame>
  );
};
