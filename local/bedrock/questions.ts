import type { InterviewType } from '../../shared/domain/interview.ts';
import type { CriterionKind, QuestionKind } from './catalogues/catalogue.ts';
import { catalogueFor, fill } from './catalogues/languages.ts';
import { readableLines } from './documents.ts';
import { type Blocks, competenciesOf, type KnownCompetency, settingsOf } from './request.ts';
import { readSentences } from './sentences.ts';
import { extractTerms, type Term } from './terms.ts';

/** Kinds of questions by type of interview, in the order in which they are asked. */
const KINDS: Record<InterviewType, readonly QuestionKind[]> = {
  technical: [
    'piece_of_work',
    'debugging',
    'choice',
    'assurance',
    'explanation',
    'improvement',
    'outage',
    'speed_up',
    'new_system',
  ],
  behavioral: [
    'disagreement',
    'mistake',
    'pressure',
    'helping',
    'initiative',
    'change',
    'working_together',
    'priorities',
    'piece_of_work',
  ],
  coding: [
    'small_problem',
    'test_plan',
    'speed_up',
    'review',
    'clean_up',
    'debugging',
    'data_model',
    'explanation',
    'improvement',
  ],
  system_design: [
    'new_system',
    'growth',
    'outage',
    'data_model',
    'migration',
    'choice',
    'assurance',
    'improvement',
    'debugging',
  ],
  general: [
    'relevance',
    'working_together',
    'debugging',
    'priorities',
    'keeping_up',
    'mistake',
    'improvement',
    'first_weeks',
    'pressure',
  ],
};

const CRITERIA: Record<QuestionKind, readonly (readonly [CriterionKind, 1 | 2 | 3])[]> = {
  piece_of_work: [
    ['own_part', 3],
    ['reasons', 2],
    ['result', 2],
  ],
  debugging: [
    ['correctness', 3],
    ['knowledge', 2],
    ['reasons', 1],
  ],
  choice: [
    ['reasons', 3],
    ['knowledge', 2],
  ],
  assurance: [
    ['correctness', 3],
    ['resilience', 2],
  ],
  explanation: [
    ['knowledge', 3],
    ['reasons', 1],
  ],
  improvement: [
    ['correctness', 2],
    ['reasons', 3],
    ['result', 1],
  ],
  disagreement: [
    ['own_part', 2],
    ['people', 3],
    ['result', 2],
  ],
  mistake: [
    ['own_part', 3],
    ['result', 2],
    ['reflection', 2],
  ],
  pressure: [
    ['own_part', 2],
    ['reasons', 3],
    ['result', 2],
  ],
  helping: [
    ['own_part', 2],
    ['people', 3],
    ['result', 1],
  ],
  initiative: [
    ['own_part', 3],
    ['reasons', 2],
    ['result', 2],
  ],
  change: [
    ['own_part', 3],
    ['people', 1],
    ['reflection', 2],
  ],
  small_problem: [
    ['structure', 2],
    ['correctness', 3],
  ],
  review: [
    ['correctness', 3],
    ['people', 2],
  ],
  test_plan: [
    ['correctness', 3],
    ['reasons', 2],
  ],
  speed_up: [
    ['correctness', 3],
    ['reasons', 2],
  ],
  clean_up: [
    ['correctness', 2],
    ['structure', 2],
    ['reasons', 2],
  ],
  new_system: [
    ['structure', 3],
    ['reasons', 2],
    ['resilience', 2],
  ],
  growth: [
    ['resilience', 3],
    ['reasons', 2],
  ],
  outage: [
    ['resilience', 3],
    ['structure', 2],
  ],
  data_model: [
    ['structure', 3],
    ['reasons', 2],
  ],
  migration: [
    ['structure', 2],
    ['resilience', 3],
    ['reasons', 1],
  ],
  relevance: [
    ['own_part', 3],
    ['result', 2],
  ],
  priorities: [
    ['reasons', 3],
    ['people', 2],
  ],
  working_together: [
    ['own_part', 2],
    ['people', 3],
    ['result', 1],
  ],
  keeping_up: [
    ['own_part', 2],
    ['reflection', 3],
  ],
  first_weeks: [
    ['correctness', 2],
    ['people', 2],
    ['reasons', 2],
  ],
};

/** Which competency each question asks about: all of them first, then by weight. */
const shareOut = (competencies: readonly KnownCompetency[], count: number): KnownCompetency[] => {
  const asked = new Map(competencies.map(({ id }) => [id, 0]));
  return Array.from({ length: count }, () => {
    const due = (one: KnownCompetency) => (asked.get(one.id) ?? 0) / Math.max(0.01, one.weight);
    const fresh = competencies.filter(({ id }) => asked.get(id) === 0);
    const [next] = (fresh.length > 0 ? fresh : [...competencies]).sort(
      (a, b) => due(a) - due(b) || b.weight - a.weight,
    );
    if (next === undefined) return [];
    asked.set(next.id, (asked.get(next.id) ?? 0) + 1);
    return [next];
  }).flat();
};

const stemsOf = (text: string, tongue: string) =>
  new Set(readSentences(text, tongue).flatMap(({ stems }) => [...stems]));

/** The term of the job that fits a competency best and was asked about least. */
const chooseTerm = (
  competency: KnownCompetency,
  terms: readonly Term[],
  lines: readonly ReadonlySet<string>[],
  used: ReadonlyMap<string, number>,
  tongue: string,
): Term | undefined => {
  const own = stemsOf(competency.name, tongue);
  const told = stemsOf(competency.description, tongue);
  const fit = ({ stems, text, weight }: Term) => {
    const named = stems.filter((stem) => own.has(stem)).length / stems.length;
    const near = lines.filter(
      (line) =>
        stems.every((stem) => line.has(stem)) && [...own, ...told].some((stem) => line.has(stem)),
    ).length;
    return 3 * named + Math.min(1, near / 2) + weight / 2 - 1.5 * (used.get(text) ?? 0);
  };
  return terms.map((term) => ({ term, fit: fit(term) })).sort((a, b) => b.fit - a.fit)[0]?.term;
};

/** `count` questions over all competencies, each with its rubric. The résumé gives one an example. */
export const writeQuestions = (blocks: Blocks) => {
  const { tongue, type, difficulty, count } = settingsOf(blocks);
  const catalogue = catalogueFor(tongue);
  const jobLines = readableLines(blocks.job ?? '');
  const lines = jobLines.map((line) => stemsOf(line, tongue));
  const terms = extractTerms(jobLines, tongue).slice(0, 24);
  const known = stemsOf(readableLines(blocks.resume ?? '').join('\n'), tongue);
  const used = new Map<string, number>();
  const questions = shareOut(competenciesOf(blocks), count).map((competency, i) => {
    const kind = KINDS[type][i % KINDS[type].length] ?? 'piece_of_work';
    const term = chooseTerm(competency, terms, lines, used, tongue);
    const name = term?.text ?? competency.name;
    used.set(name, (used.get(name) ?? 0) + 1);
    const inResume = term?.stems.every((stem) => known.has(stem)) === true;
    const values = { term: name, example: name };
    const text = [
      inResume ? catalogue.from_resume : '',
      catalogue.questions[kind],
      difficulty === 'hard' ? catalogue.harder : difficulty === 'easy' ? catalogue.easier : '',
    ];
    return {
      competency_id: competency.id,
      text: fill(text.filter((part) => part !== '').join(' '), values),
      criteria: CRITERIA[kind].map(([criterion, importance]) => {
        const { evidence_wanted, ...texts } = catalogue.criteria[criterion];
        return {
          ...Object.fromEntries(
            Object.entries(texts).map(([key, value]) => [key, fill(value, values)]),
          ),
          evidence_wanted: evidence_wanted.map((phrase) => fill(phrase, values)),
          importance,
        };
      }),
    };
  });
  return { questions };
};
