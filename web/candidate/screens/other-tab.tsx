import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';

/** Another tab writes. */
export const OtherTab = ({ page }: OnPage) => (
  <>
    <h1>{page.translator.t('elsewhereTitle')}</h1>
    <p>{page.translator.t('elsewhereText')}</p>
    <ActionButton page={page} look="primary" does={{ type: 'take_over' }}>
      {page.translator.t('useThisTab')}
    </ActionButton>
  </>
);
