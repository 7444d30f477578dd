import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Ending } from '../parts/ending.tsx';
import { SaveCopy } from '../parts/save-copy.tsx';

/** The end, with or without its result, and a copy to keep. */
export const Complete = ({ page }: OnPage) => {
  const { t } = page;
  return (
    <>
      <Ending page={page} />
      <section>
        <h2>{t('copyTitle')}</h2>
        <p>{t('copyText')}</p>
        <div class="actions">
          <SaveCopy page={page} label="download" />
          <ActionButton page={page} does={() => window.print()}>
            {t('print')}
          </ActionButton>
        </div>
      </section>
    </>
  );
};
