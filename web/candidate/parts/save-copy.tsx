import type { Result } from '../api/replies.ts';
import { copyOf } from '../copy/copy.ts';
import type { Messages } from '../i18n/catalogues.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from './action-button.tsx';

interface SaveCopyProps extends OnPage {
  result?: Result | null;
  /** What the button says, if not that it downloads everything. */
  label?: keyof Messages;
}

/** Downloads what the person wrote, with the result if there is one. */
export const SaveCopy = ({ page, result = null, label }: SaveCopyProps) => (
  <ActionButton
    page={page}
    look="quiet"
    does={() => page.save('interview.txt', 'text/plain', copyOf(page, result))}
  >
    {page.translator.t(label ?? (result ? 'download' : 'downloadAnswers'))}
  </ActionButton>
);
