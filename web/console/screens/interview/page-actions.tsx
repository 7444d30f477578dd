import { save } from '../../../candidate/runner/save.ts';
import { Icon } from '../../parts/icon.tsx';
import { Menu } from '../../parts/menu.tsx';
import { useSettings } from '../../settings.ts';
import { talaro } from '../../talaro.ts';
import type { OpenDialog } from './dialogs.tsx';
import type { Doing } from './doing.ts';
import { referenceOf, type Shown } from './shown.ts';

interface PageActionsProps {
  interview: Shown;
  /** Shared with the screen, which says what went wrong. */
  exporting: Doing;
  open: OpenDialog;
}

/** Everything about the interview as one file; what is too large for that says where it is. */
const download = async (interview: Shown): Promise<void> => {
  const { interview_id } = interview;
  const all = await talaro.exportInterview({ interview_id });
  const name = `talaro-interview-${referenceOf(interview)}.json`;
  save(name, 'application/json', JSON.stringify(all, null, 2));
};

/** What can be done with the whole of an interview. */
export const PageActions = ({ interview, exporting, open }: PageActionsProps) => {
  const { isAdmin } = useSettings().account;
  const { status, legal_hold } = interview;
  const canEvaluate = status === 'completed';
  const canRename = status === 'scheduled';
  return (
    <>
      <button
        type="button"
        class="btn"
        aria-disabled={exporting.isWorking}
        onClick={() => void exporting.run(() => download(interview), 'The export is downloaded.')}
      >
        <Icon name="down" />
        Export
      </button>
      <button type="button" class="btn" onClick={() => print()}>
        Print
      </button>
      {(canRename || canEvaluate || isAdmin) && (
        <Menu label="More" button="btn">
          {canRename && (
            <button type="button" onClick={() => open('person')}>
              Change name or e-mail
            </button>
          )}
          {canEvaluate && (
            <button type="button" onClick={() => open('evaluate')}>
              Evaluate again
            </button>
          )}
          {isAdmin && (
            <button type="button" onClick={() => open('hold')}>
              {legal_hold ? 'Lift the legal hold' : 'Set a legal hold'}
            </button>
          )}
          {isAdmin && (
            <button type="button" class="danger" onClick={() => open('erase')}>
              Erase everything about this interview
            </button>
          )}
        </Menu>
      )}
    </>
  );
};
