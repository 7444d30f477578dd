import type { Draft } from '../api/replies.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from './action-button.tsx';

/** The same answer, typed elsewhere: nothing is discarded before the person has chosen. */
export const OtherText = ({ page, other }: OnPage & { other: Draft }) => {
  const { t } = page.translator;
  return (
    <section class="note" role="status">
      <h2>{t('otherTitle')}</h2>
      <p>{t('otherText')}</p>
      <details>
        <summary>{t('otherShow')}</summary>
        <p class="written" dir="auto">
          {other.text}
        </p>
      </details>
      <div class="actions">
        <ActionButton page={page} look="quiet" does={{ type: 'keep_mine' }}>
          {t('otherKeep')}
        </ActionButton>
        <ActionButton page={page} look="quiet" does={{ type: 'use_other' }}>
          {t('otherUse')}
        </ActionButton>
      </div>
    </section>
  );
};
