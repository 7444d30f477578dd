import { loadCatalogue } from './catalogues.ts';
import { pickLanguage, type Translator, translatorOf } from './translator.ts';

export interface LocaleLoader {
  /** Null until the first catalogue has arrived. */
  current(): Translator | null;
  /** Sets the interview's language; the person's own choice takes precedence. */
  translate(tag: string): void;
  /** Sets the person's own choice. */
  choose(tag: string): void;
}

/** Language, script, region. Some browsers list what `Intl` rejects, for example `en-US@posix`. */
const tags = /^[a-z]{2,3}(-[a-z]{4})?(-[a-z\d]{2,3})?$/i;

/** The pause before a catalogue is requested again, in ms. */
const pause = 2_000;

/**
 * Loads one catalogue at a time. The interview's language decides, unless the person chose one;
 * if the page does not support it, the browser's languages decide.
 */
export const localeLoader = (
  chosen: string | null,
  languages: readonly string[],
  onChange: () => void,
): LocaleLoader => {
  const preferred = languages.filter((tag) => tags.test(tag));
  let current: Translator | null = null;
  let choice = chosen ?? '';
  let interview = '';
  const wanted = () => pickLanguage([choice, interview, ...preferred]);

  const load = (): void => {
    const language = wanted();
    loadCatalogue(language)
      .then((catalogue) => {
        // A later choice may have overtaken this one.
        if (language !== wanted()) return;
        current = translatorOf(language, interview, preferred, catalogue);
        onChange();
      })
      .catch(() => setTimeout(load, pause));
  };

  load();
  return {
    current: () => current,
    translate: (tag) => {
      interview = tag;
      load();
    },
    choose: (tag) => {
      choice = tag;
      load();
    },
  };
};
