import { weightOfAct } from './acts.ts';
import { readAnswer } from './admissible.ts';
import {
  coverage,
  rubricSentences,
  type Shown,
  showCues,
  together,
  type Wanted,
  wantedOf,
} from './evidence.ts';
import { exemplarsOf, shareByExemplars } from './exemplars.ts';
import type { KnownCriterion } from './request.ts';
import { readSentence, readSentences, type Sentence } from './sentences.ts';
import { readTopicality } from './topicality.ts';

/** How much of a rubric an answer shows. All shares are 0–1 and never fall when text is added. */
export interface Showing {
  criteria: {
    wanted: readonly Wanted[];
    /** Of the evidence wanted. */
    evidence: number;
    /** Where the rubric lists whole answers as examples: how right this one is by them. */
    byExemplars: number | undefined;
  }[];
  /** Different things done by the sentences: reasons, results, figures … */
  cues: number;
  /** Signs that it speaks to the question. */
  closeness: number;
  /** Different words by how much they tell. */
  richness: number;
  /** The answer without what speaks to the evaluator, as one passage. */
  whole: Sentence;
  /** The sentences that bear on the subject. */
  relevant: Shown[];
  instructions: boolean;
}

const FULL_SUBJECT = 0.5;
/** The weight of words that is much: about thirty rare ones. */
const FULL_TELLING = 25;

type Vocabulary = ReturnType<typeof together>;

/** How much of one wanted thing is shown: its subject by words, its acts and cues by wording. */
const itemShown = (
  { subject, acts, cues }: Wanted,
  relevant: readonly Shown[],
  all: Vocabulary,
) => {
  const best = Math.max(0, ...relevant.map((sentence) => coverage(subject, sentence)));
  const words = Math.min(1, Math.max(best, 0.85 * coverage(subject, all)) / FULL_SUBJECT);
  const done = new Set(relevant.flatMap((sentence) => [...sentence.acts]));
  const given = new Set(relevant.flatMap((sentence) => [...sentence.cues]));
  const parts = [
    ...(subject.length > 0 ? [{ weight: Math.min(3, subject.length), shown: words }] : []),
    ...acts.map((act) => ({ weight: weightOfAct(act), shown: done.has(act) ? 1 : 0 })),
    ...cues.map((cue) => ({ weight: 0.2, shown: given.has(cue) ? 1 : 0 })),
  ];
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  return weight > 0 ? parts.reduce((sum, part) => sum + part.weight * part.shown, 0) / weight : 0;
};

/** Reads an answer against the criteria of its question. */
export const readShowing = (
  { question, answer, language }: { question: string; answer: string; language: string },
  criteria: readonly KnownCriterion[],
): Showing => {
  const asked = readSentences(question, language);
  const rubric = rubricSentences(criteria, language);
  const reading = readAnswer(answer, { question: asked, rubric, language });
  const wanted = criteria.map(({ evidence_wanted }) =>
    evidence_wanted.map((phrase) => wantedOf(phrase, language)),
  );
  const wants = [
    ...wanted.flat(),
    ...criteria.map(({ name, middle, high }) => wantedOf(`${name}. ${middle} ${high}`, language)),
  ];
  const subject = [...wants, wantedOf(question, language)].flatMap((one) => one.subject);
  const shown = showCues(reading.sentences, subject, language);
  const ofTrade = (sentence: Shown) => [...sentence.stems].some((stem) => tradeStems.has(stem));
  const asks = wanted.flat();
  const { onSubject, closeness, tradeStems } = readTopicality(shown, {
    asked: wantedOf(question, language),
    phrases: asks,
    rest: wants.slice(asks.length),
  });
  const acts = new Set(asks.flatMap((one) => one.acts));
  // Telling of deeds bears on the subject only beside a sentence that names the subject.
  const tells = (sentence: Shown) =>
    [...acts].some((act) => sentence.acts.has(act)) ||
    sentence.cues.has('action') ||
    sentence.cues.has('number');
  const stems = new Set(subject.map(({ stem }) => stem));
  const linked = new Set(
    shown.flatMap((sentence, i) =>
      sentence.relevant || ofTrade(sentence) ? [reading.paragraphs[i]] : [],
    ),
  );
  const counts = (sentence: Shown, i: number) => {
    if (sentence.empty || !onSubject) return false;
    const paragraph = reading.paragraphs[i];
    if (paragraph !== undefined && reading.suspect.has(paragraph))
      return [...sentence.stems].filter((stem) => stems.has(stem)).length >= 2;
    if (sentence.relevant || ofTrade(sentence)) return true;
    return linked.has(paragraph) && tells(sentence);
  };
  const relevant = shown.filter(counts);
  const all = together(relevant);
  const weights = new Map(
    relevant.flatMap(({ words }) => words.map(({ stem, weight }) => [stem, weight] as const)),
  );
  const told = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return {
    criteria: criteria.map((criterion, i) => {
      const items = wanted[i] ?? [];
      const exemplars = exemplarsOf(criterion, language);
      const phrases = () => criterion.evidence_wanted.map((text) => readSentence(text, language));
      const shares = items.map((item) => itemShown(item, relevant, all));
      return {
        wanted: items,
        evidence: shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length),
        byExemplars:
          exemplars &&
          shareByExemplars(reading.whole, exemplars, { wanted: phrases(), asked: asked.at(-1) }),
      };
    }),
    cues: Math.min(1, new Set(relevant.flatMap(({ cues }) => [...cues])).size / 8),
    closeness: onSubject ? closeness : 0,
    richness: 1 - Math.exp(-told / FULL_TELLING),
    relevant,
    whole: reading.whole,
    instructions: reading.instructions,
  };
};
