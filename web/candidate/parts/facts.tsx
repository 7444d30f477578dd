import type { Messages } from '../i18n/catalogues.ts';
import type { OnPage } from '../page.ts';

/** Names and values, one pair per row; a name without a value is left out. */
export const Facts = ({ page, facts }: OnPage & { facts: Partial<Messages> }) => (
  <dl>
    {Object.entries(facts).map(
      ([name, value]) =>
        value && (
          <div key={name}>
            <dt>{page.t(name as keyof Messages)}</dt>
            <dd>{value}</dd>
          </div>
        ),
    )}
  </dl>
);
