import type { OnPage } from '../page.ts';
import { Waiting } from '../parts/waiting.tsx';

/** Shown while the evaluation is created. */
export const Finishing = ({ page }: OnPage) => {
  const { t } = page.translator;
  const isLong = page.state.sending.stage === 2;
  return (
    <div class="sheet">
      <h1>{t('finishingTitle')}</h1>
      <p>{t('allSaved')}</p>
      <Waiting page={page} doing={t(isLong ? 'finishingLong' : 'finishing')} />
    </div>
  );
};
