import type { Cue } from './cues.ts';
import { coverage, type Shown, type Wanted } from './evidence.ts';
import { EXEMPLAR_LEVELS } from './exemplars.ts';
import { writeFeedback } from './feedback.ts';
import { type Blocks, criteriaOf, settingsOf } from './request.ts';
import { readSentences } from './sentences.ts';
import { readShowing, type Showing } from './showing.ts';

/** From which share on a level is given: level 2, 3, 4, 5. */
const LEVELS = [0.25, 0.4, 0.56, 0.76] as const;

/**
 * One number of what is shown for a criterion. The weights and the levels above were fitted on the
 * labelled answers of `tests/data/interview-answers.json`.
 */
const shareOf = (
  { evidence }: Showing['criteria'][number],
  { closeness, richness, cues }: Showing,
) => 0.35 * evidence + 0.3 * closeness + 0.3 * richness + 0.05 * cues;

const levelOf = (shown: Showing['criteria'][number], showing: Showing) => {
  const { byExemplars } = shown;
  if (byExemplars !== undefined)
    return 1 + EXEMPLAR_LEVELS.filter((lowest) => byExemplars >= lowest).length;
  const share = shareOf(shown, showing);
  return 1 + LEVELS.filter((lowest) => share >= lowest).length;
};

/** Where examples decide, the sentences of the answer itself; else the best ones for the criterion. */
const quotesFor = (
  { wanted, byExemplars }: Showing['criteria'][number],
  { relevant, whole }: Showing,
  answer: string,
  language: string,
) => {
  if (byExemplars === undefined) return quotesOf(wanted, relevant);
  const said = readSentences(answer, language).map(({ text }) => text);
  return said.filter((text) => whole.text.includes(text)).slice(0, 3);
};

/** The passages that show most of what a criterion wants, best first, three at the most. */
const quotesOf = (wanted: readonly Wanted[], relevant: readonly Shown[]) => {
  const worth = (sentence: Shown) =>
    wanted.reduce(
      (sum, { subject, cues, acts }) =>
        sum +
        coverage(subject, sentence) +
        0.5 * acts.filter((act) => sentence.acts.has(act)).length +
        0.2 * cues.filter((cue) => sentence.cues.has(cue)).length,
      0,
    ) +
    0.02 * sentence.cues.size;
  return relevant
    .map((sentence) => ({ text: sentence.text, worth: worth(sentence) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, 3)
    .map(({ text }) => text);
};

/** Reads one answer against its rubric: levels with exact quotes, feedback, and a flag. */
export const assessAnswer = (blocks: Blocks) => {
  const { tongue } = settingsOf(blocks);
  const criteria = criteriaOf(blocks);
  const showing = readShowing(
    { question: blocks.question ?? '', answer: blocks.answer ?? '', language: tongue },
    criteria,
  );
  const answered = blocks.answer ?? '';
  const assessed = criteria.map(({ id }, i) => {
    const shown = showing.criteria[i];
    const quotes = shown ? quotesFor(shown, showing, answered, tongue) : [];
    // Without a passage to show for it there is no level above the lowest.
    const level = shown && quotes.length > 0 ? levelOf(shown, showing) : 1;
    return { criterion_id: id, quotes: level > 1 ? quotes : [], level };
  });
  const asked = new Set<Cue>(
    showing.criteria.flatMap(({ wanted }) => wanted.flatMap(({ cues }) => cues)),
  );
  return {
    criteria: assessed,
    feedback: writeFeedback({ relevant: showing.relevant, asked, language: tongue }),
    instructions_in_answer: showing.instructions,
  };
};
