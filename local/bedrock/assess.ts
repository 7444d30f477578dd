import { readAnswer } from './admissible.ts';
import type { Cue } from './cues.ts';
import {
  coverage,
  rubricSentences,
  type Shown,
  showCues,
  together,
  type Wanted,
  wantedOf,
} from './evidence.ts';
import { writeFeedback } from './feedback.ts';
import { type Blocks, criteriaOf, type KnownCriterion, settingsOf } from './request.ts';
import { readSentences } from './sentences.ts';

const FULL_SUBJECT = 0.55;
const LEVELS = [0.14, 0.32, 0.52, 0.7] as const;

/** How much of one wanted thing is shown, 0–1: subject by words, deed by cues. */
const shownOf = (
  { subject, cues }: Wanted,
  relevant: readonly Shown[],
  all: ReturnType<typeof together>,
) => {
  const best = Math.max(0, ...relevant.map((sentence) => coverage(subject, sentence)));
  const subjectShown = Math.min(1, Math.max(best, 0.85 * coverage(subject, all)) / FULL_SUBJECT);
  const given = new Set(relevant.flatMap((sentence) => [...sentence.cues]));
  const cuesShown = cues.filter((cue) => given.has(cue)).length / Math.max(1, cues.length);
  if (subject.length === 0) return cues.length === 0 ? 0 : cuesShown;
  return cues.length === 0 ? subjectShown : 0.6 * subjectShown + 0.4 * cuesShown;
};

/** Cues in relevant sentences, 0–1: seven different ones are all that an answer needs. */
const depthOf = (relevant: readonly Shown[]) =>
  Math.min(1, new Set(relevant.flatMap(({ cues }) => [...cues])).size / 8);

/** Different telling words of the relevant sentences, 0–1, more of them counting ever less. */
const richnessOf = (relevant: readonly Shown[]) => {
  const stems = new Set(
    relevant.flatMap(({ words }) =>
      words.filter(({ weight }) => weight >= 0.4).map(({ stem }) => stem),
    ),
  );
  return 1 - Math.exp(-stems.size / 22);
};

const levelOf = (shown: number) => 1 + LEVELS.filter((lowest) => shown >= lowest).length;

const quotesOf = (wanted: readonly Wanted[], relevant: readonly Shown[]) => {
  const worth = (sentence: Shown) =>
    wanted.reduce(
      (sum, { subject, cues }) =>
        sum +
        coverage(subject, sentence) +
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

const assessCriterion = (
  criterion: KnownCriterion,
  relevant: readonly Shown[],
  language: string,
) => {
  const wanted = criterion.evidence_wanted.map((phrase) => wantedOf(phrase, language));
  const all = together(relevant);
  const mean =
    wanted.reduce((sum, one) => sum + shownOf(one, relevant, all), 0) / Math.max(1, wanted.length);
  const anchored = Math.min(
    1,
    coverage(wantedOf(`${criterion.name}. ${criterion.high}`, language).subject, all) / 0.4,
  );
  const shown = 0.5 * mean + 0.1 * anchored + 0.2 * depthOf(relevant) + 0.2 * richnessOf(relevant);
  const quotes = quotesOf(wanted, relevant);
  const level = quotes.length > 0 ? levelOf(shown) : 1;
  return { criterion_id: criterion.id, level, quotes: level > 1 ? quotes : [], shown };
};

/** Reads one answer against its rubric: levels with exact quotes, feedback, and a flag. */
export const assessAnswer = (blocks: Blocks) => {
  const { tongue } = settingsOf(blocks);
  const criteria = criteriaOf(blocks);
  const question = readSentences(blocks.question ?? '', tongue);
  const rubric = rubricSentences(criteria, tongue);
  const reading = readAnswer(blocks.answer ?? '', { question, rubric, language: tongue });
  const subject = criteria
    .flatMap(({ name, high, evidence_wanted }) => [name, high, ...evidence_wanted])
    .concat(blocks.question ?? '')
    .flatMap((text) => wantedOf(text, tongue).subject);
  const shown = showCues(reading.sentences, subject, tongue);
  const relevant = shown.filter((sentence) => sentence.relevant);
  const assessed = criteria.map((criterion) => assessCriterion(criterion, relevant, tongue));
  const asked = new Set<Cue>(
    criteria.flatMap(({ evidence_wanted }) =>
      evidence_wanted.flatMap((phrase) => wantedOf(phrase, tongue).cues),
    ),
  );
  return {
    criteria: assessed.map(({ criterion_id, level, quotes }) => ({ criterion_id, quotes, level })),
    feedback: writeFeedback({ relevant, asked, language: tongue }),
    instructions_in_answer: reading.instructions,
  };
};
