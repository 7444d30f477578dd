import type { Messages } from '../i18n/catalogues.ts';
import type { Page } from '../page.ts';

/** A text after its label, as the language joins them; nothing without a text. */
export const labelled = (
  { t }: Page,
  label: keyof Messages,
  text: string | null | undefined,
): string | undefined => (text ? `${t('labelled', { label: t(label) })} ${text}` : undefined);
