import type { OnPage } from '../page.ts';
import { Icon } from './icon.tsx';

/** What is wrong with a field, beside it. The field is described by `wrong`. */
export const FieldError = ({ page, text }: OnPage & { text: string | null }) => {
  const { t } = page.translator;
  return (
    text && (
      <p class="error" id="wrong">
        <Icon shape="alert" />
        <span class="away">{t('labelled', { label: t('error') })}</span>
        {text}
      </p>
    )
  );
};
