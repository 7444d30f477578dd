import type { OnPage } from '../page.ts';
import { Icon } from './icon.tsx';
import { wrongIn } from './problem.tsx';

/** What is wrong with a field, right before it. The field is described by `wrong`. */
export const FieldError = ({ page }: OnPage) => {
  const { t } = page;
  const text = wrongIn(page);
  return (
    text && (
      <p id="wrong">
        <Icon shape="alert" />
        <span class="away">{t('labelled', { label: t('error') })}</span>
        {text}
      </p>
    )
  );
};
