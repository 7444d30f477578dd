import type { Criterion } from '../domain/rubric.ts';
import { inventsQuote } from './quotations.ts';
import { visibleText } from './visible-text.ts';

/** In UTF-16 units; the prompt asks for one sentence. */
const longest = 400;

/**
 * A model's reason for a level as recruiters may read it: cut to 400 characters, and empty if it puts
 * words in quotation marks that stand neither in the answer nor in the criterion.
 */
export const readableReason = (
  reason: string,
  { anchors, evidence_wanted, warning_signs = [] }: Criterion,
  answer: string,
): string => {
  const sources = [answer, ...Object.values(anchors), ...evidence_wanted, ...warning_signs];
  const sentence = visibleText(reason).trim().replace(/\s+/g, ' ');
  if (inventsQuote(sentence, sources)) return '';
  if (sentence.length <= longest) return sentence;
  // The cut may fall inside a letter of two units.
  return `${sentence.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
};
