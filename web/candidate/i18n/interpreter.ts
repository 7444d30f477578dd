import { loadCatalogue } from './catalogues.ts';
import { pickLanguage, type Speech, speechOf } from './speech.ts';

export interface Interpreter {
  /** Null until the first catalogue has arrived. */
  current(): Speech | null;
  /** The interview's language, which a choice of the person's goes before. */
  speak(tag: string): void;
  /** The person's own choice. */
  choose(tag: string): void;
}

/** Some browsers list tags that `Intl` throws at, as `en-US@posix`. */
const isTag = (tag: string): boolean => {
  try {
    return Boolean(Intl.getCanonicalLocales(tag));
  } catch {
    return false;
  }
};

/** How long to wait before a catalogue is asked for again, in ms. */
const pause = 2_000;

/**
 * Loads one catalogue at a time. The interview's language decides, unless the person chose one;
 * where the page does not speak it, the browser's languages do.
 */
export const interpreter = (
  chosen: string | null,
  languages: readonly string[],
  onChange: () => void,
): Interpreter => {
  const preferred = languages.filter(isTag);
  let current: Speech | null = null;
  let choice = chosen;
  let interview: string | null = null;

  const wanted = () =>
    pickLanguage([choice, interview, ...preferred].filter((tag) => tag !== null));

  const load = async (): Promise<void> => {
    const language = wanted();
    try {
      const catalogue = await loadCatalogue(language);
      // A later wish may have overtaken this one.
      if (language !== wanted()) return;
      current = speechOf(language, interview, preferred, catalogue);
      onChange();
    } catch {
      setTimeout(() => void load(), pause);
    }
  };

  void load();
  return {
    current: () => current,
    speak: (tag) => {
      interview = tag;
      void load();
    },
    choose: (tag) => {
      choice = tag;
      void load();
    },
  };
};
