import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Waiting } from '../parts/waiting.tsx';

/** Shown while the evaluation is created. */
export const Finishing = ({ page, screen }: OnPage & { screen: ScreenOf<'finishing'> }) => {
  const { t } = page;
  const { sending } = screen;
  const isLong = sending.phase === 'sending' && sending.stage === 2;
  return (
    <>
      <h1>{t('finishingTitle')}</h1>
      <p>{t('allSaved')}</p>
      <Waiting page={page} on={sending} doing={t(isLong ? 'finishingLong' : 'finishing')} />
    </>
  );
};
