import type { Flag, Level } from './read.ts';

/** Why a criterion has no level. */
export const whyNot: Readonly<Record<NonNullable<Level['not_scored']>, string>> = {
  quote_not_found: 'What was quoted for it is not in the answer.',
  no_quote: 'No passage of the answer was quoted for it.',
  short_quote: 'Too few words were quoted for a level this high.',
  shared_quote: 'What was quoted for it carries two other criteria already.',
  not_confirmed: 'Level 1 throughout a long answer, which a second reading does not confirm.',
  no_level: 'The reading gave no level.',
  refused: 'The model refused to read the answer.',
  language: 'The offline demonstration reads English only.',
};

/** What a flag means, as a sentence. */
export const flagWords: Readonly<Record<Flag['kind'], string>> = {
  instructions_in_answer:
    'Instructions inside the answer were ignored. That somebody wrote them lowers no score.',
  second_opinion_differs: 'Two readings of this answer differ by more than one level.',
  guardrail: 'The guardrail marked something in this answer. It lowers no score.',
  other: 'The reading asks for a person.',
};
