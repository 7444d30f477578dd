import type { Ask } from '../asking/ask.ts';
import { type Outcome, overallLevel } from '../asking/outcome.ts';
import { answerAt, type LabelledQuestion } from '../corpora/labelled.ts';
import { mean } from '../statistics/agreement.ts';

const rules = {
  empty: 'An empty answer gets the lowest levels',
  echo: 'Restating the question gets the lowest levels',
  list: 'A list of the rubric’s words gets the lowest levels',
  'on-subject': 'Forty words written at level 3 or more get at least level 2',
  'off-topic': 'An answer to something else gets the lowest levels',
  'evidence-removed': 'Without the quoted sentences no answer scores higher',
  duplicated: 'The same text twice scores no higher',
} as const;
type Rule = keyof typeof rules;

/** Those that even a reader without a language model has to keep to, always. */
const plain: ReadonlySet<string> = new Set<Rule>(['empty', 'echo', 'list']);

/** One check of a rule that must hold for a reading, or between two. */
interface Trial {
  rule: Rule;
  about: string;
  holds: boolean;
}

/** Fluent texts that are unrelated to every question. */
const offTopic = [
  'The lake lies between two hills and freezes over in most winters. In summer there are rowing boats and a kiosk with ice cream. We usually walk around it in about two hours, first through the beech wood and then along the reeds, where you can see herons if you are quiet.',
  'For the dough take 500 g flour, a pinch of salt, yeast and lukewarm water, knead it and let it rise under a cloth. Slice the onions thinly, fry them gently in butter and spread them on top with cream and nutmeg. It goes into the oven for half an hour and tastes best lukewarm.',
  'My favourite film is about a lighthouse keeper who finds a letter in a bottle. The music is by a composer from Iceland. I have seen it four times, and each time I notice another detail, like the red scarf that turns up again in the last scene.',
];

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];

/** Checks rules that hold for any fair reader, without needing to know what the right level is. */
export const measureRules = async (ask: Ask, questions: readonly LabelledQuestion[]) => {
  const trials = await Promise.all(
    questions.flatMap((question) => [lowest(ask, question, questions), never(ask, question)]),
  );
  const flat = trials.flat();
  const summaries = Object.entries(rules).map(([rule, says]) => {
    const mine = flat.filter((trial) => trial.rule === rule);
    const broken = mine.filter(({ holds }) => !holds).map(({ about }) => about);
    const isGate = plain.has(rule) || rule === 'on-subject';
    return { rule, says, is_gate: isGate, trials: mine.length, broken };
  });
  const onSubject = flat.filter(({ rule }) => rule === 'on-subject');
  return {
    rules: summaries,
    plain_broken: flat.filter(({ rule, holds }) => plain.has(rule) && !holds).length,
    on_subject: mean(onSubject.map(({ holds }) => (holds ? 1 : 0))),
  };
};
export type RulesResult = Awaited<ReturnType<typeof measureRules>>;

const isLowest = ({ levels, score }: Outcome) =>
  score !== null && Object.values(levels).every((level) => level === 1);

const knowledge: ReadonlySet<string> = new Set(['technical', 'coding', 'system_design']);

const lowest = (
  ask: Ask,
  { id, type, question, rubric }: LabelledQuestion,
  all: readonly LabelledQuestion[],
): Promise<Trial[]> => {
  const stranger = all.find((other) => knowledge.has(other.type) !== knowledge.has(type));
  const evidence = rubric.criteria.flatMap(({ name, evidence_wanted }) => [
    name,
    ...evidence_wanted,
  ]);
  const listed = [...new Set(evidence.flatMap(wordsOf).filter((word) => word.length > 3))];
  const tried: [Rule, string][] = [
    ['empty', ' '],
    ['empty', '\n\n'],
    ['empty', '...'],
    ['echo', question],
    ['echo', question.toUpperCase()],
    ['echo', `${question} ${question}`],
    ['list', listed.join(', ')],
    ['list', listed.join(' ')],
    ...offTopic.map((text): [Rule, string] => ['off-topic', text]),
    ...(stranger ? [['off-topic', answerAt(stranger, 5)] as [Rule, string]] : []),
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
    const made: Trial[] = [];
    if (level >= 3 && wordsOf(text).length >= 40) {
      made.push({ rule: 'on-subject', about, holds: (overallLevel(before) ?? 0) >= 2 });
    }
    if (before.score === null) return made;
    const twice = await ask.assess({ question, rubric, answer: `${text}\n\n${text}` });
    made.push({ rule: 'duplicated', about, holds: notHigher(before, twice) });
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
