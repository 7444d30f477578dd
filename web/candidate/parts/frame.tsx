import type { ComponentChildren } from 'preact';
import { languages } from '../i18n/catalogues.ts';
import { mayAskHelp } from '../machine/help.ts';
import type { OnPage } from '../page.ts';
import { Contact } from './contact.tsx';
import { Deed } from './deed.tsx';

/** What surrounds every screen: who asks, whom to ask, the reference, the language. */
export const Frame = ({ page, children }: OnPage & { children: ComponentChildren }) => {
  const { brand, speech, reference } = page;
  const { say } = speech;
  const name = brand?.employer_name ?? say('interview');
  return (
    <>
      <header>
        {brand?.logo_url ? <img src={brand.logo_url} alt={name} height="32" /> : name}
        <select
          aria-label={say('language')}
          value={speech.language}
          onChange={({ currentTarget }) => page.chooseLanguage(currentTarget.value)}
        >
          {Object.entries(languages).map(([code, native]) => (
            <option key={code} value={code} lang={code}>
              {native}
            </option>
          ))}
        </select>
      </header>
      <main>{children}</main>
      <footer>
        {mayAskHelp(page.state) && (
          <Deed page={page} look="link" does={{ type: 'help_open' }}>
            {say('askHelp')}
          </Deed>
        )}
        <Contact page={page} />
        {reference && (
          <p>
            {say('reference')} <bdi>{reference.slice(0, 8)}</bdi>
          </p>
        )}
      </footer>
    </>
  );
};
