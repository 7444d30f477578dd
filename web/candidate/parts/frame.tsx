import type { ComponentChildren } from 'preact';
import { mayAskHelp } from '../machine/help.ts';
import type { Page } from '../page.ts';
import { button } from './action-button.tsx';
import { contactLine } from './contact.tsx';
import { endNotice } from './ends.tsx';

/** The frame of every screen: employer, contact, reference and language. */
export const frame = (page: Page, children: ComponentChildren) => {
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
            <option value={code} lang={code}>
              {native}
            </option>
          ))}
        </select>
      </header>
      <main>
        {endNotice(page)}
        {children}
      </main>
      <footer>
        {mayAskHelp(page) && button(page, t('askHelp'), { type: 'help_open' }, 'plain')}
        {contactLine(page)}
        {reference && (
          <p>
            {t('reference')} <bdi>{reference.slice(0, 8)}</bdi>
          </p>
        )}
      </footer>
    </>
  );
};
