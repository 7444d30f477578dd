import type { ComponentChildren } from 'preact';
import { languages } from '../i18n/catalogues.ts';
import { mayAskHelp } from '../machine/help.ts';
import type { OnPage } from '../page.ts';
import { Contact } from './contact.tsx';

/** What surrounds every screen: who asks, whom to ask, the reference, the language. */
export const Frame = ({ page, children }: OnPage & { children: ComponentChildren }) => {
  const { brand, speech, reference, state, dispatch } = page;
  const { say } = speech;
  return (
    <>
      <header class="top">
        {brand?.logo_url ? (
          <img src={brand.logo_url} alt={brand.employer_name} height="32" />
        ) : (
          <span class="employer">{brand?.employer_name ?? say('interview')}</span>
        )}
      </header>
      <main>{children}</main>
      <footer class="bottom">
        {mayAskHelp(state) && (
          <button type="button" class="link" onClick={() => dispatch({ type: 'help_open' })}>
            {say('askHelp')}
          </button>
        )}
        <Contact page={page} />
        {reference && (
          <p>
            {say('reference')} <bdi class="reference">{reference.slice(0, 8)}</bdi>
          </p>
        )}
        <label class="language">
          <span>{say('language')}</span>
          <select
            value={speech.language}
            onChange={(event) => page.chooseLanguage(event.currentTarget.value)}
          >
            {Object.entries(languages).map(([code, [name]]) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </footer>
    </>
  );
};
