import type { Messages } from '../i18n/catalogues.ts';
import type { Page } from '../page.ts';

/** Names and values, one pair per row; a name without a value is left out. */
export const factsOf = ({ t }: Page, facts: Partial<Messages>) => (
  <dl>
    {Object.entries(facts).map(
      ([name, value]) =>
        value && (
          <div>
            <dt>{t(name as keyof Messages)}</dt>
            <dd>{value}</dd>
          </div>
        ),
    )}
  </dl>
);
