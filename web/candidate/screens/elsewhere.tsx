import type { OnPage } from '../page.ts';

/** Another tab writes. */
export const Elsewhere = ({ page }: OnPage) => (
  <div class="sheet">
    <h1 tabIndex={-1}>{page.speech.say('elsewhereTitle')}</h1>
    <p>{page.speech.say('elsewhereText')}</p>
    <button type="button" class="primary" onClick={() => page.dispatch({ type: 'take_over' })}>
      {page.speech.say('useThisTab')}
    </button>
  </div>
);
