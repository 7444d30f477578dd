import { useState } from 'preact/hooks';
import { to } from '../../router.ts';
import { KitActions } from './kit-actions.tsx';
import { draftOf, type Kit } from './kit-draft.ts';
import { KitForm } from './kit-form.tsx';
import { KitFrame } from './kit-frame.tsx';
import { sumsOf } from './places.ts';
import { useSpeech } from './speech.ts';

const nothing = () => {};

/** An earlier version of a kit, to be read. */
export const KitReader = ({ kit, onChange }: { kit: Kit; onChange(): void }) => {
  const [said, setSaid] = useState('');
  const speech = useSpeech(kit);
  const draft = draftOf(kit);
  const show = (_: Kit, sentence: string) => {
    onChange();
    setSaid(sentence);
  };
  return (
    <KitFrame kit={kit} actions={<KitActions kit={kit} unsaved="" onKit={show} />}>
      <div class="notice read-only">
        <p>
          <strong role="status">{said || `Version ${kit.version} is not the newest.`}</strong> Its
          content never changes. <a href={to(`/kits/${kit.kit_id}`)}>Go to the newest version</a> to
          change the kit.
        </p>
      </div>
      <KitForm
        kit={kit}
        draft={draft}
        sums={sumsOf(kit, draft)}
        editing={{ stored: kit, isReadOnly: true, wrong: [], speech, done: nothing }}
        onDraft={nothing}
      />
    </KitFrame>
  );
};
