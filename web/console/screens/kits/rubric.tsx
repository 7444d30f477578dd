import { kitLimits } from '../../../../shared/domain/kit-limits.ts';
import { Criterion } from './criterion.tsx';
import { useEditing } from './editing.ts';
import { EvenButton } from './even-button.tsx';
import { withCriterion } from './items.ts';
import type { CriterionDraft, QuestionDraft } from './kit-draft.ts';
import { letterOf } from './places.ts';
import { AddButton, RowActions } from './row-actions.tsx';
import { SumOf } from './sum.tsx';
import type { Sum } from './weights.ts';

interface RubricProps {
  /** The path of its criteria in the API. */
  path: string;
  question: QuestionDraft;
  sum: Sum;
  onCriteria(criteria: CriterionDraft[]): void;
}

/** What the answers to a question are judged by. */
export const Rubric = ({ path, question: { key, criteria }, sum, onCriteria }: RubricProps) => {
  const { isReadOnly, done } = useEditing();
  return (
    <>
      <div class="card-head rule">
        <h3>What an answer is judged by</h3>
        <SumOf sum={sum} />
        <EvenButton things="criteria" items={criteria} onItems={onCriteria} />
      </div>
      {criteria.map((criterion, n) => (
        <Criterion
          key={criterion.key}
          path={`${path}.${n}`}
          letter={letterOf(n)}
          criterion={criterion}
          onCriterion={(changed) => onCriteria(criteria.with(n, changed))}
        >
          {!isReadOnly && criteria.length > 1 && (
            <div class="actions">
              <RowActions
                id={`criterion-${key}-${criterion.key}`}
                title={`criterion ${letterOf(n)}`}
                items={criteria}
                n={n}
                after={`add-criterion-${key}`}
                onItems={onCriteria}
              />
            </div>
          )}
        </Criterion>
      ))}
      {!isReadOnly && (
        <p class="actions">
          <AddButton
            id={`add-criterion-${key}`}
            thing="criterion"
            count={criteria.length}
            most={kitLimits.criteria}
            onAdd={() => {
              onCriteria(withCriterion(criteria));
              const letter = letterOf(criteria.length);
              done(`${path}.${criteria.length}.name`, `Criterion ${letter} added.`);
            }}
          />
        </p>
      )}
    </>
  );
};
