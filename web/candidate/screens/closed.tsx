import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { SaveCopy } from '../parts/save-copy.tsx';

/** What happened and whom to ask. No personal data is shown: the link proves nothing here. */
export const ClosedScreen = ({ page, screen }: OnPage & { screen: ScreenOf<'closed'> }) => {
  const { translator, state } = page;
  const { t } = translator;
  const { reason, since } = screen;
  return (
    <div class="sheet">
      <h1>{t(`${reason}Title`)}</h1>
      <p>{t(`${reason}Text`, { time: since && translator.moment(since) })}</p>
      {state.writing?.text && (
        <section class="notice">
          <p>{t('yourText')}</p>
          <SaveCopy page={page} />
        </section>
      )}
    </div>
  );
};
