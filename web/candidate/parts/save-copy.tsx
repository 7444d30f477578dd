import type { Result } from '../api/replies.ts';
import { copyOf } from '../copy/copy.ts';
import type { OnPage } from '../page.ts';
import { Deed } from './deed.tsx';

/** Hands the person what they wrote, with the result where there is one. */
export const SaveCopy = ({ page, result = null }: OnPage & { result?: Result | null }) => (
  <Deed
    page={page}
    look="quiet"
    does={() => page.save('interview.txt', 'text/plain', copyOf(page, result))}
  >
    {page.speech.say(result ? 'download' : 'downloadAnswers')}
  </Deed>
);
