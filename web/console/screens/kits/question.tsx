import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { kitLimits } from '../../../../shared/domain/kit-limits.ts';
import { Field } from '../../parts/field.tsx';
import { wrongWith } from '../../parts/problem.tsx';
import { useEditing } from './editing.ts';
import { TextField, WeightField } from './fields.tsx';
import type { CompetencyDraft, QuestionDraft } from './kit-draft.ts';
import { Listen } from './listen.tsx';
import { Rubric } from './rubric.tsx';
import type { Sum } from './weights.ts';
import { counted } from './words.ts';

interface QuestionProps {
  n: number;
  question: QuestionDraft;
  competencies: readonly CompetencyDraft[];
  /** Of its criteria. */
  sum: Sum;
  startsOpen: boolean;
  onQuestion(question: QuestionDraft): void;
  /** What moves and removes it. */
  children: ComponentChildren;
}

/** A question: a row that opens to its text, its rubric and its weight. */
export const QuestionRow = (props: QuestionProps) => {
  const { n, question, competencies, sum, startsOpen, onQuestion, children } = props;
  const { wrong, isReadOnly } = useEditing();
  const [isOpen, setOpen] = useState(startsOpen);
  const { key, text, competency, weight, criteria } = question;
  const path = `questions.${n}`;
  const set = (change: Partial<QuestionDraft>) => onQuestion({ ...question, ...change });
  const known = competencies.find((one) => one.key === competency);
  return (
    <details
      class="question"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary id={`question-${key}`}>
        <span class="no">{n + 1}</span>
        <span class="q-text">
          {isOpen ? `Question ${n + 1}` : <bdi>{text || 'No text yet'}</bdi>}
          {!isOpen && (
            <span class="meta">
              {counted(criteria.length, 'criterion', 'criteria')}, weights {sum.total}
            </span>
          )}
        </span>
        <span class="q-comp meta" dir="auto">
          {known ? known.name : 'No competency'}
        </span>
        <span class="q-weight num">{weight}&nbsp;%</span>
      </summary>
      <div class="q-body">
        <TextField
          id={`${path}.text`}
          label="Question"
          hint={`Read to every candidate in the same words. ${[...text].length.toLocaleString('en-GB')} of ${kitLimits.question.toLocaleString('en-GB')} characters.`}
          value={text}
          limit={kitLimits.question}
          rows={3}
          onValue={(value) => set({ text: value })}
        />
        <div class="q-set">
          <div class="grow">
            <Field
              id={`${path}.competency_id`}
              label="Competency"
              error={wrongWith(wrong, `${path}.competency_id`)}
            >
              {(tied) => (
                <select
                  {...tied}
                  aria-disabled={isReadOnly}
                  value={known ? competency : ''}
                  onChange={({ currentTarget }) => set({ competency: currentTarget.value })}
                >
                  {!known && <option value="">Choose a competency</option>}
                  {(isReadOnly && known ? [known] : competencies).map((one) => (
                    <option key={one.key} value={one.key}>
                      {one.name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          <WeightField
            id={`${path}.weight`}
            label="Weight"
            value={weight}
            onValue={(value) => set({ weight: value })}
          />
          <Listen question={question} />
        </div>
        <Rubric
          path={`${path}.rubric.criteria`}
          question={question}
          sum={sum}
          onCriteria={(changed) => set({ criteria: changed })}
        />
        {!isReadOnly && <div class="actions q-foot">{children}</div>}
      </div>
    </details>
  );
};
