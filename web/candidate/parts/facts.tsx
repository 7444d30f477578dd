import type { Words } from '../i18n/catalogues.ts';
import type { OnPage } from '../page.ts';

/** Names and values, one pair a row; a name without a value is left out. */
export const Facts = ({ page, facts }: OnPage & { facts: Partial<Words> }) => (
  <dl class="facts">
    {Object.entries(facts).map(
      ([name, value]) =>
        value && (
          <div key={name}>
            <dt>{page.speech.say(name as keyof Words)}</dt>
            <dd>{value}</dd>
          </div>
        ),
    )}
  </dl>
);
