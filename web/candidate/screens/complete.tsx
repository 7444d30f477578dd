import type { Page } from '../page.ts';
import { button } from '../parts/action-button.tsx';
import { ending } from '../parts/ending.tsx';
import { saveCopy } from '../parts/save-copy.tsx';

/** The end, with or without its result, and a copy to keep. */
export const completeScreen = (page: Page) => {
  const { t } = page;
  return (
    <>
      {ending(page)}
      <section>
        <h2>{t('copyTitle')}</h2>
        <p>{t('copyText')}</p>
        <div class="actions">
          {saveCopy(page, 'download')}
          {button(page, t('print'), () => window.print())}
        </div>
      </section>
    </>
  );
};
