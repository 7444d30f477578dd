import { copyOf } from '../copy/copy.ts';
import type { Messages } from '../i18n/catalogues.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from './action-button.tsx';

interface SaveCopyProps extends OnPage {
  /** What the button says, if not that it downloads the answers. */
  label?: keyof Messages;
}

/** Downloads what the person wrote, if anything is known of it, with the result if there is one. */
export const SaveCopy = ({ page, label = 'downloadAnswers' }: SaveCopyProps) =>
  (page.session || page.unsent.length || page.writing?.text) && (
    <ActionButton page={page} does={() => page.save('interview.txt', 'text/plain', copyOf(page))}>
      {page.t(label)}
    </ActionButton>
  );
