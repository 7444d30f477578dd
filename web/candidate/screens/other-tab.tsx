import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';

/** Another tab writes. */
export const OtherTab = ({ page }: OnPage) => (
  <>
    <h1>{page.t('elsewhereTitle')}</h1>
    <p>{page.t('elsewhereText')}</p>
    <ActionButton page={page} look="primary" does={{ type: 'take_over' }}>
      {page.t('useThisTab')}
    </ActionButton>
  </>
);
