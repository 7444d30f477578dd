import type { OnPage } from '../page.ts';
import { ActionButton } from './action-button.tsx';

/** The error summary, focused when it appears. A link to the field would replace the token. */
export const Problem = ({ page, field, text }: OnPage & { field: string; text: string }) => (
  <div class="problem" id="problem" role="alert">
    <h2>{page.translator.t('problemTitle')}</h2>
    <ActionButton page={page} look="link" does={() => document.getElementById(field)?.focus()}>
      {text}
    </ActionButton>
  </div>
);
