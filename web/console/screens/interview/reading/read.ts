import type { Output } from '../../../../../client/types.ts';

export type Interview = Output<'getInterview'>;
export type Question = Interview['questions'][number];
export type Answer = Interview['responses'][number];
export type Evaluation = Interview['evaluations'][number];
export type Assessment = NonNullable<Answer['assessment']>;
export type Criterion = Question['rubric']['criteria'][number];
export type Level = Assessment['criteria'][number];
export type Flag = Assessment['flags'][number];
export type Provenance = Assessment['provenance'];

export interface ReadingProps {
  interview: Interview;
  /** The zone in which times are shown. */
  zone: string;
}

/** A question with its place. */
export interface Asked {
  question: Question;
  /** From 1; a follow-up has its question's. */
  number: number;
  isFollowUp: boolean;
  /** `answer 2`, in the middle of a sentence. */
  name: string;
  /** Of its row in the page; that of a criterion has its letter after it. */
  id: string;
}

/** The questions in the candidate's order, each follow-up after its question. */
export const askedIn = ({ questions }: Pick<Interview, 'questions'>): Asked[] => {
  let number = 0;
  return questions
    .toSorted((one, other) => one.order - other.order)
    .map((question) => {
      const isFollowUp = question.follow_up_to !== undefined;
      if (!isFollowUp) number += 1;
      const [name, id] = isFollowUp
        ? [`the follow-up to answer ${number}`, `answer-${number}-follow-up`]
        : [`answer ${number}`, `answer-${number}`];
      return { question, number, isFollowUp, name, id };
    });
};

/** The letter of a rubric's criterion, by its place. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** The id in the page of one criterion of an answer. */
export const criterionId = ({ id }: Asked, index: number): string => `${id}-${letterOf(index)}`;

/** The evaluation in the address, else the newest; null while there is none. */
export const chosenOf = (
  { evaluations }: Pick<Interview, 'evaluations'>,
  query: URLSearchParams,
): Evaluation | null => {
  const asked = evaluations.find(({ version }) => String(version) === query.get('evaluation'));
  return asked ?? evaluations.at(-1) ?? null;
};

/** How an evaluation read the answer to a question. */
export const readingIn = (evaluation: Evaluation, question: Question): Assessment | null =>
  evaluation.assessments.find(({ question_id }) => question_id === question.id)?.assessment ?? null;

/**
 * What is shown of how an answer was read: by the evaluation, or until there is one as it was read when
 * it came. Nothing before the interview is complete.
 */
export const readingOf = (
  { status }: Pick<Interview, 'status'>,
  evaluation: Evaluation | null,
  question: Question,
  answer: Answer | undefined,
): Assessment | null => {
  if (status !== 'completed') return null;
  return evaluation ? readingIn(evaluation, question) : (answer?.assessment ?? null);
};

/** The level of one criterion in a reading; undefined where the reading has none of it. */
export const levelIn = (reading: Assessment | null, criterion: Criterion): Level | undefined =>
  reading?.criteria.find(({ criterion_id }) => criterion_id === criterion.id);

/** A score as it is shown: rounded half up, as the total is. */
export const shownScore = (score: number): number => Math.floor(score + 0.5 + 1e-9);

/** A share of one in words. */
export const percent = (share: number): string => `${Math.round(share * 1000) / 10}\u00a0%`;
