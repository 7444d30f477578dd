import { useMemo } from 'preact/hooks';
import { Competencies } from './competencies.tsx';
import { type Editing, EditingContext } from './editing.ts';
import { contentIn, type Kit, type KitDraft } from './kit-draft.ts';
import type { Sums } from './places.ts';
import { Questions } from './questions.tsx';
import { VersionsLog } from './versions-log.tsx';

interface FormProps {
  kit: Kit;
  draft: KitDraft;
  sums: Sums;
  editing: Editing;
  onDraft(draft: KitDraft): void;
}

/** Competencies, questions and versions of a kit, to be read or edited in place. */
export const KitForm = ({ kit, draft, sums, editing, onDraft }: FormProps) => {
  const shares = useMemo(
    () => contentIn(kit, draft).competencies.map(({ weight }) => weight),
    [kit, draft],
  );
  return (
    <EditingContext.Provider value={editing}>
      <div class="cols side kit">
        <Competencies
          items={draft.competencies}
          shares={shares}
          sum={sums.competencies}
          onItems={(competencies) => onDraft({ ...draft, competencies })}
        />
        <Questions
          draft={draft}
          sums={sums}
          onItems={(questions) => onDraft({ ...draft, questions })}
        />
        <VersionsLog kit={kit} />
      </div>
    </EditingContext.Provider>
  );
};
