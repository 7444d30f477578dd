/** Small words that a sentence of the language hardly does without, and the others do without. */
const smallWords: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|and|of|to|with|that|what|how|you|your|is|are|would|which|when)\b/g,
  de: /\b(?:und|der|die|das|nicht|sie|ihr|ihre|wie|mit|ist|ein|eine|einem|einen|haben|auf|fur|für|den|dem|werden|bei)\b/g,
  es: /\b(?:el|los|las|una|que|con|para|por|como|cómo|qué|usted|su|del|cuando|cuál|tu|ha|se)\b/g,
  fr: /\b(?:le|les|des|une|est|vous|votre|que|qui|dans|avec|pour|sur|quel|quelle|comment|du|et|avez|aux)\b/g,
  it: /\b(?:il|gli|della|delle|che|con|per|come|una|sono|cosa|nel|suo|sua|quale|ha)\b/g,
  pt: /\b(?:os|uma|que|com|para|por|como|você|não|seu|sua|qual|do|da|em|dos|das)\b/g,
  nl: /\b(?:het|een|van|en|dat|met|voor|hoe|wat|uw|zijn|niet|op|bij|welke|heeft)\b/g,
};

const scripts: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Grek: /\p{Script=Greek}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Beng: /\p{Script=Bengali}/gu,
  Taml: /\p{Script=Tamil}/gu,
  Telu: /\p{Script=Telugu}/gu,
  Thai: /\p{Script=Thai}/gu,
  Hans: /\p{Script=Han}/gu,
  Hant: /\p{Script=Han}/gu,
  Jpan: /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu,
  Kore: /\p{Script=Hangul}|\p{Script=Han}/gu,
};

/** The least share of letters in the language's script; other scripts are full of Latin names. */
const leastShare = (script: string) => (script === 'Latn' ? 0.7 : 0.3);

/**
 * Whether a text is plainly in another language than it should be: in another script, or, in seven
 * languages of Latin script, full of another one's small words and without its own. Short texts and
 * languages not known here pass.
 */
export const isOtherLanguage = (text: string, language: string): boolean => {
  const locale = new Intl.Locale(language).maximize();
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = scripts[locale.script ?? ''];
  if (script && letters >= 10) {
    const own = text.match(script)?.length ?? 0;
    if (own / letters < leastShare(locale.script ?? '')) return true;
  }
  const lower = text.toLowerCase();
  if (!(locale.language in smallWords) || lower.split(/\s+/).length < 8) return false;
  const count = (tag: string) => lower.match(smallWords[tag] ?? /$^/g)?.length ?? 0;
  const most = Math.max(...Object.keys(smallWords).map(count));
  return count(locale.language) === 0 && most >= 3;
};
