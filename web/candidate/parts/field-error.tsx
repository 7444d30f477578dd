import type { Page } from '../page.ts';
import { icon } from './icon.tsx';
import { wrongIn } from './problem.tsx';

/** What is wrong with a field, right before it. The field is described by `wrong`. */
export const fieldError = (page: Page) => {
  const { t } = page;
  const text = wrongIn(page);
  return (
    text && (
      <p id="wrong">
        {icon('alert')}
        <span class="away">{t('labelled', { label: t('error') })}</span>
        {text}
      </p>
    )
  );
};
