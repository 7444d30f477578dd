import type { Result } from '../api/replies.ts';
import { copyOf } from '../copy/copy.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from './action-button.tsx';

/** Downloads what the person wrote, with the result if there is one. */
export const SaveCopy = ({ page, result = null }: OnPage & { result?: Result | null }) => (
  <ActionButton
    page={page}
    look="quiet"
    does={() => page.save('interview.txt', 'text/plain', copyOf(page, result))}
  >
    {page.translator.t(result ? 'download' : 'downloadAnswers')}
  </ActionButton>
);
