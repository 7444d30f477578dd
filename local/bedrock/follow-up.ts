import { catalogueFor } from './catalogues/languages.ts';
import { showCues, wantedOf } from './evidence.ts';
import { missingCue } from './feedback.ts';
import { type Blocks, criteriaOf, levelsOf, settingsOf } from './request.ts';
import { readSentences } from './sentences.ts';

/** One more question: asks for the kind of thing that is missing, never names it. */
export const writeFollowUp = (blocks: Blocks) => {
  const { tongue } = settingsOf(blocks);
  const criteria = criteriaOf(blocks);
  const quotes = levelsOf(blocks).flatMap((entry) => [
    ...(entry.quotes ?? []),
    ...entry.criteria.flatMap((criterion) => criterion.quotes),
  ]);
  const shown = showCues(
    quotes.flatMap((quote) => readSentences(quote, tongue)),
    [],
    tongue,
  );
  const wanted = criteria.flatMap(({ evidence_wanted }) =>
    evidence_wanted.flatMap((phrase) => wantedOf(phrase, tongue).cues),
  );
  const cue = missingCue(shown, new Set(wanted)) ?? 'example';
  return { question: catalogueFor(tongue).follow_up[cue] };
};
