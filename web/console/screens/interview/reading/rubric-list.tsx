import { CriterionItem } from './criterion-item.tsx';
import type { Answer, Asked, Assessment, Evaluation, Interview } from './read.ts';

export interface RubricListProps {
  asked: Asked;
  answer: Answer;
  interview: Interview;
  reading: Assessment | null;
  evaluation: Evaluation | null;
}

/** The criteria that an answer is read by, each with its level. */
export const RubricList = (props: RubricListProps) => (
  <ol class="rubric" role="list">
    {props.asked.question.rubric.criteria.map((criterion, index) => (
      <CriterionItem key={criterion.id} {...props} criterion={criterion} index={index} />
    ))}
  </ol>
);
