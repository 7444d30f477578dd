import { words } from './folded-text.ts';

const listed = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Small words that hardly any sentence of the language lacks, and that the others do not have. */
export const smallWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: listed('the and of to with that what how you your is are would which when'),
  de: listed(
    'und der die das nicht sie ihr ihre wie mit ist ein eine einem einen haben auf fur für den dem werden bei',
  ),
  es: listed('el los las una que con para por como cómo qué usted su del cuando cuál tu ha se'),
  fr: listed(
    'le les des une est vous votre que qui dans avec pour sur quel quelle comment du et avez aux',
  ),
  it: listed('il gli della delle che con per come una sono cosa nel suo sua quale ha'),
  pt: listed('os uma que com para por como você não seu sua qual do da em dos das'),
  nl: listed('het een van en dat met voor hoe wat uw zijn niet op bij welke heeft'),
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

/** The minimum share of letters in the language's script; other scripts are full of Latin names. */
const minShare = (script: string) => (script === 'Latn' ? 0.7 : 0.3);

/**
 * Whether a text is plainly in a different language than it should be: in another script or, for seven
 * languages of Latin script, full of another one's small words and without its own. Short texts and
 * unknown languages pass.
 */
export const isOtherLanguage = (text: string, language: string): boolean => {
  const locale = new Intl.Locale(language).maximize();
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = scripts[locale.script ?? ''];
  if (script && letters >= 10) {
    const own = text.match(script)?.length ?? 0;
    if (own / letters < minShare(locale.script ?? '')) return true;
  }
  const said = words(text);
  if (!(locale.language in smallWords) || said.length < 8) return false;
  const count = (tag: string) => said.filter((word) => smallWords[tag]?.has(word)).length;
  const most = Math.max(...Object.keys(smallWords).map(count));
  return count(locale.language) === 0 && most >= 3;
};
