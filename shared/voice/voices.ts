/** A Polly voice with the engine it is used with; the two always go together. */
interface Voice {
  voice_id: string;
  engine: 'standard' | 'neural';
}

/** A voice with the language that it speaks here; some voices speak several. */
export interface SpokenVoice extends Voice {
  language: string;
}

const voice = (voice_id: string, engine: Voice['engine']): Voice => ({ voice_id, engine });

/**
 * The voice of each language. Standard voices cost a quarter of neural ones (Polly price list,
 * November 2026: 4 against 16 USD per million characters) and five questions are some 900
 * characters, so neural is used only if there is no standard voice.
 */
const voices: Readonly<Record<string, Voice>> = {
  'ar-AE': voice('Hala', 'neural'),
  'de-DE': voice('Vicki', 'standard'),
  'en-AU': voice('Nicole', 'standard'),
  'en-GB': voice('Amy', 'standard'),
  'en-IN': voice('Aditi', 'standard'),
  'en-US': voice('Joanna', 'standard'),
  'es-ES': voice('Lucia', 'standard'),
  'es-MX': voice('Mia', 'standard'),
  'es-US': voice('Lupe', 'standard'),
  'fr-CA': voice('Chantal', 'standard'),
  'fr-FR': voice('Lea', 'standard'),
  'hi-IN': voice('Aditi', 'standard'),
  'it-IT': voice('Bianca', 'standard'),
  'ja-JP': voice('Mizuki', 'standard'),
  'ko-KR': voice('Seoyeon', 'standard'),
  'nl-NL': voice('Lotte', 'standard'),
  'pl-PL': voice('Ewa', 'standard'),
  'pt-BR': voice('Camila', 'standard'),
  'sv-SE': voice('Astrid', 'standard'),
};

/** The languages (BCP 47) in which questions can be heard. */
export const spokenLanguages: readonly string[] = Object.keys(voices);

/** The default region of a language given alone, or with a region that has no voice. */
const usual: Readonly<Record<string, string>> = {
  ar: 'ar-AE',
  de: 'de-DE',
  en: 'en-US',
  es: 'es-ES',
  fr: 'fr-FR',
  hi: 'hi-IN',
  it: 'it-IT',
  ja: 'ja-JP',
  ko: 'ko-KR',
  nl: 'nl-NL',
  pl: 'pl-PL',
  pt: 'pt-BR',
  sv: 'sv-SE',
};

/** The voice for a language tag (BCP 47), or null if there is none in the table. */
export const voiceFor = (tag: string): SpokenVoice | null => {
  const { language, region } = new Intl.Locale(tag);
  const exact = `${language}-${region}`;
  const spoken = exact in voices ? exact : usual[language];
  const found = spoken === undefined ? undefined : voices[spoken];
  return spoken && found ? { ...found, language: spoken } : null;
};

/** The engine that a language is billed by; the standard one if no voice speaks it. */
export const engineFor = (tag: string): Voice['engine'] => voiceFor(tag)?.engine ?? 'standard';
