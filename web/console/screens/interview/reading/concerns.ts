import {
  type Asked,
  askedIn,
  criterionId,
  type Evaluation,
  type Interview,
  levelIn,
  readingIn,
} from './read.ts';
import { flagWords, whyNot } from './words.ts';

/** Why a person has to look, and where. */
export interface Concern {
  text: string;
  where?: { name: string; id: string };
}

const concernsAbout = (asked: Asked, evaluation: Evaluation): Concern[] => {
  const reading = readingIn(evaluation, asked.question);
  if (!reading) return [];
  const { name } = asked;
  const unscored = asked.question.rubric.criteria.flatMap((criterion, index) => {
    const why = levelIn(reading, criterion)?.not_scored;
    if (!why) return [];
    const text = `“${criterion.name}” has no level. ${whyNot[why]}`;
    return { text, where: { name, id: criterionId(asked, index) } };
  });
  const flagged = reading.flags.map(({ kind, detail }) => ({
    text: kind === 'other' ? detail : flagWords[kind],
    where: { name, id: asked.id },
  }));
  return [...unscored, ...flagged];
};

/** Whether any part of an evaluation was made without a language model; `none` is a text of our own. */
export const isDemonstration = ({ provenance, assessments }: Evaluation): boolean =>
  [provenance, ...assessments.flatMap(({ assessment }) => assessment?.provenance ?? [])].some(
    ({ evaluator, model_id }) => evaluator === 'offline' && model_id !== 'none',
  );

/** Everything for which an evaluation needs a person. */
export const concernsOf = (interview: Interview, evaluation: Evaluation): Concern[] => [
  ...(isDemonstration(evaluation)
    ? [
        {
          text: 'Made without a language model: a demonstration, which a person always has to judge.',
        },
      ]
    : []),
  ...(interview.responses.length === 0
    ? [{ text: 'No question was answered, so there is nothing to score.' }]
    : []),
  ...askedIn(interview).flatMap((asked) => concernsAbout(asked, evaluation)),
];
