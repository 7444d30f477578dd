import { fold } from './fold.ts';
import { readAddresses } from './instructions.ts';
import { splitSentences } from './sentences.ts';

// A job or résumé never needs to say how this interview is to be done.
const ORDER =
  /\b(?:ask|asks|asking|generate|write|writing|create|replace|begin|start|include|set|make|use|define|give|output|remember|prefix|add|skip|ignore|score|rate|treat|consider|say|must|should|shall|only)\b/;
const INTERVIEW =
  /\b(?:questions?|rubrics?|competenc(?:y|ies)|difficulty|the interview(?:er)?|this candidate|this person|every answer|any reply|any answer|each answer|level [1-5]|levels|evidence wanted|scored?|pre_score|weight [\d.]+|skip_\w+|assessors?|evaluators?|graders?)\b/;
/** What goes on after an order: another order, or a question put into our mouth. */
const GOES_ON =
  /^\W*(?:ask|say|write|begin|start|use|set|give|make|do|then|also|and|never|always|only)\b|\?\W*$/;
const JSON_TEXT = /^\s*[{[]\s*["{[]|"\s*:\s*[[{"\d]/;
// Tags end a sentence, so that what they enclose is judged by itself.
const TAG = /<\/?[a-z|!][^>\n]*>|<!--|-->|<\|[^|\n]*\|>/gi;
// After a colon a capital begins a sentence; so it does after a full stop where a space was cut out.
const HIDDEN_START = /(?<=:)\s+(?=["“]?\p{Lu})|(?<=\p{Ll}[.!?])(?=\p{Lu}\p{Ll})/u;

const speaksToUs = (folded: readonly string[]) => {
  const addresses = readAddresses(folded);
  return folded.map(
    (text, i) =>
      addresses[i] === 'instruction' ||
      (ORDER.test(text) && INTERVIEW.test(text)) ||
      JSON_TEXT.test(text),
  );
};

const withoutOrders = (sentences: readonly string[]) => {
  const folded = sentences.map(fold);
  const speaks = speaksToUs(folded);
  let ordered = false;
  return sentences.filter((_sentence, i) => {
    ordered = speaks[i] === true || (ordered && GOES_ON.test(folded[i] ?? ''));
    return !ordered;
  });
};

/** The lines of a job or résumé without the sentences that speak to the interviewer. */
export const readableLines = (document: string): string[] =>
  document
    .replace(TAG, '\n')
    .split(/\r?\n/)
    .flatMap((line) => {
      const sentences = splitSentences(line).flatMap(({ text }) => text.split(HIDDEN_START));
      const kept = withoutOrders(sentences);
      return kept.length > 0 ? [kept.join(' ')] : [];
    });
