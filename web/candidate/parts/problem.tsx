import type { OnPage } from '../page.ts';
import { Deed } from './deed.tsx';

/**
 * The error summary, focused when it appears. It leads to a field by its id, and not by a link: a
 * fragment would replace the token's.
 */
export const Problem = ({ page, field, text }: OnPage & { field: string; text: string }) => (
  <div class="problem" id="problem" role="alert">
    <h2>{page.speech.say('problemTitle')}</h2>
    <Deed page={page} look="link" does={() => document.getElementById(field)?.focus()}>
      {text}
    </Deed>
  </div>
);
