import { kitLimits } from '../../../../shared/domain/kit-limits.ts';
import { Icon } from '../../parts/icon.tsx';
import { type Wrong, wrongWith } from '../../parts/problem.tsx';
import { Area } from './area.tsx';
import { useFocusNext } from './editing.ts';

interface OwnProps {
  questions: readonly string[];
  wrong: readonly Wrong[];
  isReadOnly: boolean;
  onQuestions(questions: string[]): void;
}

/** Questions that a person brings along for a new kit. */
export const OwnQuestions = ({ questions, wrong, isReadOnly, onQuestions }: OwnProps) => {
  const focusNext = useFocusNext();
  const room = kitLimits.questions - questions.length;
  return (
    <section class="own" aria-labelledby="own">
      <h2 id="own" tabIndex={-1}>
        Questions of your own
      </h2>
      <p class="meta">
        If you have some, they come first, word for word; a rubric is written for each.
      </p>
      {questions.map((text, n) => (
        <div key={n}>
          <Area
            id={`own-${n}`}
            label={`Your question ${n + 1}`}
            hint="Up to 1,200 characters."
            error={wrongWith(wrong, `own-${n}`)}
            rows={3}
            isReadOnly={isReadOnly}
            value={text}
            onValue={(value) => onQuestions(questions.with(n, value))}
          />
          <button
            type="button"
            class="btn plain"
            onClick={() => {
              onQuestions(questions.toSpliced(n, 1));
              focusNext('own');
            }}
          >
            Remove your question {n + 1}
          </button>
        </div>
      ))}
      <p class="actions">
        <button
          type="button"
          class="btn"
          aria-disabled={room === 0}
          onClick={() => {
            if (room === 0) return;
            onQuestions([...questions, '']);
            focusNext(`own-${questions.length}`);
          }}
        >
          <Icon name="plus" />
          Add a question of your own
        </button>
      </p>
    </section>
  );
};
