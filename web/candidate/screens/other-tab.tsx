import type { Page } from '../page.ts';
import { button } from '../parts/action-button.tsx';

/** Another tab writes. */
export const otherTab = (page: Page) => (
  <>
    <h1>{page.t('elsewhereTitle')}</h1>
    <p>{page.t('elsewhereText')}</p>
    {button(page, page.t('useThisTab'), { type: 'take_over' }, 'primary')}
  </>
);
