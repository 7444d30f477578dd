import { fold } from './fold.ts';
import { readAddresses } from './instructions.ts';
import { splitSentences } from './sentences.ts';

// A job or résumé never needs to say how this interview is to be done.
const ORDER =
  /\b(?:ask|asks|asking|generate|write|writing|create|replace|begin|start|include|set|make|use|define|give|output|remember|prefix|add|skip|ignore|score|rate|treat|consider|say|must|should|shall|only)\b/;
const INTERVIEW =
  /\b(?:questions?|rubrics?|competenc(?:y|ies)|difficulty|the interview(?:er)?|this candidate|this person|every answer|any reply|any answer|each answer|level [1-5]|levels|evidence wanted|scored?|pre_score|weight [\d.]+|skip_\w+|assessors?|evaluators?|graders?)\b/;
const MARKUP = /<\/?[a-z|!][^>]*>|<!--|-->|<\|[^|]*\|>|^\s*[{[]"|"\s*:\s*[[{"\d]/;

const speaksToUs = (sentences: readonly string[]) => {
  const folded = sentences.map(fold);
  const addresses = readAddresses(folded);
  return folded.map(
    (text, i) =>
      addresses[i] === 'instruction' ||
      (ORDER.test(text) && INTERVIEW.test(text)) ||
      MARKUP.test(text),
  );
};

/**
 * The lines of a job or résumé without what speaks to the interviewer: from such a sentence to the
 * end of its line nothing is read, since what follows an order usually belongs to it.
 */
export const readableLines = (document: string): string[] =>
  document.split(/\r?\n/).flatMap((line) => {
    const sentences = splitSentences(line).map(({ text }) => text);
    const first = speaksToUs(sentences).indexOf(true);
    const kept = first < 0 ? sentences : sentences.slice(0, first);
    return kept.length > 0 && !(first < 0 && MARKUP.test(fold(line))) ? [kept.join(' ')] : [];
  });
