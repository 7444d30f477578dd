import { kitLimits } from '../../../../shared/domain/kit-limits.ts';
import { useEditing } from './editing.ts';
import { EvenButton } from './even-button.tsx';
import { withQuestion } from './items.ts';
import type { KitDraft, QuestionDraft } from './kit-draft.ts';
import type { Sums } from './places.ts';
import { QuestionRow } from './question.tsx';
import { AddButton, RowActions } from './row-actions.tsx';
import { SumOf } from './sum.tsx';
import { sumOf } from './weights.ts';

interface QuestionsProps {
  draft: KitDraft;
  sums: Sums;
  onItems(items: QuestionDraft[]): void;
}

/** The questions, in the order in which candidates meet them. */
export const Questions = ({
  draft: { questions, competencies },
  sums,
  onItems,
}: QuestionsProps) => {
  const { done } = useEditing();
  return (
    <section class="k-questions" aria-labelledby="questions">
      <div class="card-head">
        <h2 id="questions">Questions</h2>
        <SumOf sum={sums.questions} />
        <EvenButton things="questions" items={questions} onItems={onItems} />
      </div>
      <div class="card flush questions">
        {questions.map((question, n) => (
          <QuestionRow
            key={question.key}
            n={n}
            question={question}
            competencies={competencies}
            sum={sums.criteria[n] ?? sumOf([])}
            startsOpen={n === 0 || question.text === ''}
            onQuestion={(changed) => onItems(questions.with(n, changed))}
          >
            <RowActions
              id={`question-${question.key}`}
              title={`question ${n + 1}`}
              items={questions}
              n={n}
              after="add-question"
              onItems={onItems}
            />
          </QuestionRow>
        ))}
      </div>
      <p class="actions">
        <AddButton
          id="add-question"
          thing="question"
          count={questions.length}
          most={kitLimits.questions}
          onAdd={() => {
            onItems(withQuestion(questions));
            const number = questions.length;
            done(`questions.${number}.text`, `Question ${number + 1} added.`);
          }}
        />
      </p>
    </section>
  );
};
