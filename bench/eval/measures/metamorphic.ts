import type { Ask } from '../asking/ask.ts';
import { type Outcome, overallLevel } from '../asking/outcome.ts';
import { answerAt, type LabelledQuestion, questionNamed } from '../corpora/interview-answers.ts';

/** An answer of the own set in other words. */
export interface Paraphrase {
  question_id: string;
  level: number;
  text: string;
}

/** One check of a rule that must hold between two readings, or for one. */
interface Trial {
  rule: MetamorphicRule;
  about: string;
  holds: boolean;
}

const metamorphicRules = {
  empty: 'An empty answer gets the lowest levels',
  echo: 'Restating the question gets the lowest levels',
  'off-topic': 'An answer to something else gets the lowest levels',
  'evidence-removed': 'Without the quoted sentences no answer scores higher',
  duplicated: 'The same text twice scores no higher',
  paraphrase: 'A paraphrase stays within one level',
} as const;
export type MetamorphicRule = keyof typeof metamorphicRules;

/** Fluent texts that are unrelated to every question. */
const offTopic = [
  'The lake lies between two hills and freezes over in most winters. In summer there are rowing boats and a kiosk with ice cream. We usually walk around it in about two hours, first through the beech wood and then along the reeds, where you can see herons if you are quiet.',
  'For the dough take 500 g flour, a pinch of salt, yeast and lukewarm water, knead it and let it rise under a cloth. Slice the onions thinly, fry them gently in butter and spread them on top with cream and nutmeg. It goes into the oven for half an hour and tastes best lukewarm.',
  'My favourite film is about a lighthouse keeper who finds a letter in a bottle. The music is by a composer from Iceland. I have seen it four times, and each time I notice another detail, like the red scarf that turns up again in the last scene.',
];

const knowledge: ReadonlySet<string> = new Set(['technical', 'coding', 'system_design']);

/** Checks rules that hold for any fair rater, without needing to know what the right level is. */
export const measureMetamorphic = async (
  ask: Ask,
  questions: readonly LabelledQuestion[],
  paraphrases: readonly Paraphrase[],
  /** All questions of the set, even if `questions` is a part of it. */
  all: readonly LabelledQuestion[],
) => {
  const trials = await Promise.all([
    ...questions.map((question) => lowest(ask, question, all)),
    ...questions.map((question) => never(ask, question)),
    ...paraphrases.map((paraphrase) => withinOne(ask, paraphrase, all)),
  ]);
  const flat = trials.flat();
  return {
    rules: Object.entries(metamorphicRules).map(([rule, says]) => {
      const mine = flat.filter((trial) => trial.rule === rule);
      const broken = mine.filter(({ holds }) => !holds);
      return { rule, says, trials: mine.length, broken: broken.map(({ about }) => about) };
    }),
    trials: flat.length,
    broken: flat.filter(({ holds }) => !holds).length,
  };
};
export type MetamorphicResult = Awaited<ReturnType<typeof measureMetamorphic>>;

const isLowest = ({ levels, score }: Outcome) =>
  score !== null && Object.values(levels).every((level) => level === 1);

const lowest = (
  ask: Ask,
  { id, type, question, rubric }: LabelledQuestion,
  all: readonly LabelledQuestion[],
): Promise<Trial[]> => {
  const stranger = all.find((other) => knowledge.has(other.type) !== knowledge.has(type));
  const tried: [MetamorphicRule, string][] = [
    ['empty', ' '],
    ['empty', '\n\n'],
    ['empty', '...'],
    ['echo', question],
    ['echo', question.toUpperCase()],
    ['echo', `${question} ${question}`],
    ...offTopic.map((text): [MetamorphicRule, string] => ['off-topic', text]),
    ...(stranger ? [['off-topic', answerAt(stranger, 5)] as [MetamorphicRule, string]] : []),
  ];
  return Promise.all(
    tried.map(async ([rule, answer], i) => {
      const outcome = await ask.assess({ question, rubric, answer });
      return { rule, about: `${id} #${i}`, holds: isLowest(outcome) };
    }),
  );
};

/** Whether the score is not higher; a reading without a score is no rise. */
const notHigher = (before: Outcome, after: Outcome) =>
  after.score === null || after.score <= (before.score ?? 0);

const never = async (ask: Ask, { id, question, rubric, answers }: LabelledQuestion) => {
  const trials = answers.map(async ({ level, text }): Promise<Trial[]> => {
    const about = `${id} level ${level}`;
    const before = await ask.assess({ question, rubric, answer: text });
    if (before.score === null) return [];
    const twice = await ask.assess({ question, rubric, answer: `${text}\n\n${text}` });
    const made: Trial[] = [{ rule: 'duplicated', about, holds: notHigher(before, twice) }];
    const rest = withoutQuotes(text, before.quotes);
    if (rest !== text) {
      const after = await ask.assess({ question, rubric, answer: rest });
      made.push({ rule: 'evidence-removed', about, holds: notHigher(before, after) });
    }
    return made;
  });
  return (await Promise.all(trials)).flat();
};

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The answer without every sentence that overlaps a quote. */
export const withoutQuotes = (answer: string, quotes: readonly string[]): string => {
  const spans = quotes.flatMap((quote) => {
    const start = quote ? answer.indexOf(quote) : -1;
    return start < 0 ? [] : [{ start, end: start + quote.length }];
  });
  return [...sentences.segment(answer)]
    .filter(
      ({ index, segment }) =>
        !spans.some(({ start, end }) => start < index + segment.length && end > index),
    )
    .map(({ segment }) => segment)
    .join('');
};

const withinOne = async (
  ask: Ask,
  { question_id, level, text }: Paraphrase,
  all: readonly LabelledQuestion[],
): Promise<Trial[]> => {
  const asked = questionNamed(all, question_id);
  const { question, rubric } = asked;
  const [a, b] = await Promise.all([
    ask.assess({ question, rubric, answer: answerAt(asked, level) }),
    ask.assess({ question, rubric, answer: text }),
  ]);
  const [first, second] = [overallLevel(a), overallLevel(b)];
  const holds = first !== null && second !== null && Math.abs(first - second) <= 1;
  return [{ rule: 'paraphrase', about: `${question_id} level ${level}`, holds }];
};
