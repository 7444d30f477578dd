import type { OnPage } from '../page.ts';
import { Waiting } from '../parts/waiting.tsx';

/** Drawn only if loading takes long: until then the previous content stays. */
export const Loading = ({ page }: OnPage) => (
  <div class="sheet">
    <h1>{page.translator.t('opening')}</h1>
    <p>{page.translator.t('openingLong')}</p>
    <Waiting page={page} doing="" />
  </div>
);
