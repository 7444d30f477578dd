import type { Problem } from './ask.ts';
import { substance, words } from './folded-text.ts';
import { isOtherLanguage } from './language-check.ts';

/** Words of grading and deciding, by language. English ones are looked for in every text. */
const verdicts: Readonly<Record<string, RegExp>> = {
  en: /(?<!\b(?:(?:service|isolation|log|team|system|code|row|table|page|network|application|user|unit)[- ]|(?:high|low|top|entry|senior|junior)-|at a (?:high|low) ))\blevels?\b(?! (?:of (?:detail|abstraction|isolation)|design)\b)|\bscor(?:e[sd]?|ing)\b|\bgrad(?:e[sd]?|ing)\b|\bratings?\b|\brated\b|\bpercent(?:age)?\b|\brank(?:ed|ing|s)?\b|\b(?:one|two|three|four|five|ten) (?:out of|points?|stars?)\b|\b(?:top|full) marks\b|\bverdict\b|\byou(?:'ve| have| would| will)? (?:pass(?:ed)?|fail(?:ed)?)\b(?= ?(?:[.!,;]|$|this|the (?:interview|question|test|assessment|exam)))|\b(?:answer|interview|response) (?:passe[sd]|fail(?:s|ed))\b|\bhir(?:e|ed|ing)\b|\bjob offer\b|\bnext round\b|\b(?:strong )?(?:yes|no)-hire\b|\bstrong yes\b|\bgood enough\b|\b(?:un)?suitable (?:candidate|for)\b|\bnot a fit\b|\breject(?:ed|ion)\b|\brecommend(?:ed)? (?:you|the candidate)\b/iu,
  de: /\bStufen?\b|\bPunkt(?:e|zahl|en)\b|\bNoten?\b|\bbenotet\b|\bBewertung(?:sstufe)?\b|\bProzent\b|\b(?:nicht )?bestanden\b|\bdurchgefallen\b|\beingestellt\b|\bEinstellung\b|\bAbsage\b|\bZusage\b|\b(?:un)?geeignet\b|\bempfehlen (?:Sie|dich|wir)\b/u,
  es: /\bpuntuaci[oó]n\b|\bcalificaci[oó]n(?:es)?\b|\bnotas?\b|\bpor ciento\b|\bporcentaje\b|\baprobad[oa]\b|\bsuspens[oa]\b|\bsuspendid[oa]\b|\bcontrata(?:r|do|da|remos|ci[oó]n)\b|\b(?:no )?apt[oa]\b|\brechazad[oa]\b|\bveredicto\b/iu,
  fr: /\bnot(?:e[sz]?|ation)\b|\bpourcentage\b|\bpour cent\b|\br[ée]ussi (?:l'entretien|le test)\b|\b[ée]chou[ée]\b|\bembauch\w*|\brecrut(?:er|é|ée|ement)\b|\binapte\b|\brefus[ée]e?\b|\bverdict\b|\bbar[eè]me\b/iu,
  hi: /अंक|स्कोर|ग्रेड|रेटिंग|प्रतिशत|उत्तीर्ण|अनुत्तीर्ण|पास हो|फेल|असफल|नियुक्त|चयनित|अस्वीकृत/u,
  ar: /درجت(?:ك|كم)|الدرجة|درجات|نقاطك|التقييم النهائي|بالمئة|بالمائة|نسبة مئوية|ناجح|راسب|نجحت|رسبت|توظيف|تعيينك|مقبول|مرفوض/u,
};

/** A digit that is no part of a name such as S3, UTF-8 or 10x. */
const holdsNumber = (text: string): boolean =>
  text
    .split(/\s+/)
    .some((token) => /\p{Nd}/u.test(token) && !/\p{L}[-/.+]?\p{Nd}|\p{Nd}\p{L}/u.test(token));

const link = /https?:\/\/|\bwww\.|\S@\S+\.\S/i;
const markup = /<\/?[a-z!][^>]*>|```|\[[^\]]*\]\([^)]*\)/i;

/** What a text for candidates has to hold to. */
export interface TextRules {
  /** Named in the problem, as the model knows it. */
  field: string;
  language: string;
  /** Letters at the most. */
  max: number;
  /** Whether the language is looked at. */
  check_language: boolean;
  /** Texts whose wording must not come out, and texts in which that wording is known already. */
  secrets?: readonly string[];
  known?: readonly string[];
}

/** What is wrong with a text for candidates: numbers, grading, links, markup, rubric, language. */
export const problemsOfText = (text: string, rules: TextRules): Problem[] => {
  const { field, language, max, secrets = [], known = [] } = rules;
  const tongue = new Intl.Locale(language).language;
  const graded = [verdicts.en, verdicts[tongue]].some((pattern) => pattern?.test(text));
  const wrong: [boolean, string, string][] = [
    [text.trim() === '', 'empty_text', 'is empty.'],
    [text.length > max, 'long_text', `is longer than ${max} letters.`],
    [holdsNumber(text), 'number_in_text', 'holds a number. Write it without any digits.'],
    [
      graded,
      'verdict_in_text',
      'speaks of a level, score, grade or decision, or could be taken so. Leave that out.',
    ],
    [link.test(text), 'link_in_text', 'holds a link or an address.'],
    [markup.test(text), 'markup_in_text', 'holds markup. Write plain text.'],
    [
      rules.check_language && isOtherLanguage(text, language),
      'other_language',
      `is not in the language ${language}.`,
    ],
    [
      tellsSecret(text, secrets, known),
      'rubric_in_text',
      'gives wording of the rubric away. Say it in other words, and less exactly.',
    ],
  ];
  return wrong
    .filter(([is]) => is)
    .map(([, code, what]) => ({ code, message: `"${field}" ${what}` }));
};

/** Words in a row that nobody shares with a rubric by chance. */
const tellingRun = 6;
/** A phrase of the rubric told whole counts from this many words, if one of them is a long one. */
const wholePhrase = 4;
const longWord = 5;

/**
 * Whether a text gives wording of the rubric away: one of the phrases whole, or six words of it in a
 * row, where that wording is not known already.
 *
 * @param whole words from which a phrase counts that is told whole
 */
export const tellsSecret = (
  text: string,
  secrets: readonly string[],
  known: readonly string[],
  whole = wholePhrase,
): boolean => {
  const said = padded(text);
  const heard = known.map(padded);
  const isTold = (run: readonly string[]) => {
    const phrase = ` ${run.join(' ')} `;
    return said.includes(phrase) && !heard.some((one) => one.includes(phrase));
  };
  return secrets.map(words).some((secret) => {
    if (secret.length < tellingRun) {
      return secret.length >= whole && secret.some(isLong) && isTold(secret);
    }
    for (let i = 0; i + tellingRun <= secret.length; i++) {
      if (isTold(secret.slice(i, i + tellingRun))) return true;
    }
    return false;
  });
};

const isLong = (word: string) => substance(word) >= longWord;

const padded = (text: string) => ` ${words(text).join(' ')} `;
