import type { ComponentChildren } from 'preact';
import { mayAskHelp } from '../machine/help.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from './action-button.tsx';
import { Contact } from './contact.tsx';
import { Ends } from './ends.tsx';

/** The frame of every screen: employer, contact, reference and language. */
export const Frame = ({ page, children }: OnPage & { children: ComponentChildren }) => {
  const { t, brand, reference } = page;
  const name = brand?.employer_name ?? t('interview');
  return (
    <>
      <header>
        {brand?.logo_url ? <img src={brand.logo_url} alt={name} height="32" /> : name}
        <select
          aria-label={t('language')}
          value={page.language}
          onChange={({ currentTarget }) => page.chooseLanguage(currentTarget.value)}
        >
          {Object.entries(page.languages).map(([code, native]) => (
            <option key={code} value={code} lang={code}>
              {native}
            </option>
          ))}
        </select>
      </header>
      <main>
        <Ends page={page} />
        {children}
      </main>
      <footer>
        {mayAskHelp(page) && (
          <ActionButton page={page} look="link" does={{ type: 'help_open' }}>
            {t('askHelp')}
          </ActionButton>
        )}
        <Contact page={page} />
        {reference && (
          <p>
            {t('reference')} <bdi>{reference.slice(0, 8)}</bdi>
          </p>
        )}
      </footer>
    </>
  );
};
