import type { OnPage } from '../page.ts';
import { Deed } from '../parts/deed.tsx';

/** Another tab writes. */
export const Elsewhere = ({ page }: OnPage) => (
  <div class="sheet">
    <h1>{page.speech.say('elsewhereTitle')}</h1>
    <p>{page.speech.say('elsewhereText')}</p>
    <Deed page={page} look="primary" does={{ type: 'take_over' }}>
      {page.speech.say('useThisTab')}
    </Deed>
  </div>
);
