import type { OnPage } from '../page.ts';

/** Where the summary leads: a field by its id. Not a link: a fragment would replace the token's. */
const focusField = (id: string) => document.getElementById(id)?.focus();

/** The error summary, focused when it appears. */
export const Problem = ({ page, field, text }: OnPage & { field: string; text: string }) => (
  <div class="problem" id="problem" role="alert" tabIndex={-1}>
    <h2>{page.speech.say('problemTitle')}</h2>
    <button type="button" class="link" onClick={() => focusField(field)}>
      {text}
    </button>
  </div>
);
