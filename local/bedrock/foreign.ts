import { composed } from '../../shared/interviewer/folded-text.ts';
import smallWords from './small-words.json' with { type: 'json' };

const english = new Set(smallWords.only_english.split(' '));
const other = new Set(smallWords.not_english.split(' '));
/** A word, no name, with a letter that no word has in English, borrowed ones included. */
const otherLetter = /^(?!\p{Lu}).*[^a-zàáâäåæçèéêëíîïñóôöøúûüœµ\p{Lu}\p{M}]/u;

/** Whether a text, however short, has more small words and letters of other languages than English small words. */
export const isForeign = (text: string): boolean => {
  const [first = '', ...rest] = composed(text).match(/[\p{L}\p{M}]+/gu) ?? [];
  // Later capitals are names: Los Angeles, LA.
  const said = [first.toLowerCase(), ...rest];
  const foreign = said.filter((word) => other.has(word) || otherLetter.test(word)).length;
  return foreign > said.filter((word) => english.has(word.toLowerCase())).length;
};
