import { kitLimits } from '../../../../shared/domain/kit-limits.ts';
import { Field } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { type Wrong, wrongWith } from '../../parts/problem.tsx';
import { TextInput } from '../../parts/text-input.tsx';
import { useFocusNext } from './editing.ts';
import type { NewKitValues } from './new-kit-values.ts';
import { difficulties, languageName, languages, types } from './words.ts';

interface FieldsProps {
  values: NewKitValues;
  wrong: readonly Wrong[];
  isReadOnly: boolean;
  onValues(values: NewKitValues): void;
}

interface AreaProps {
  id: string;
  label: string;
  hint: string;
  error: string | undefined;
  rows: number;
  isReadOnly: boolean;
  value: string;
  onValue(value: string): void;
}

const Area = ({ id, label, hint, error, rows, isReadOnly, value, onValue }: AreaProps) => (
  <Field id={id} label={label} hint={hint} error={error}>
    {(tied) => (
      <textarea
        {...tied}
        rows={rows}
        dir="auto"
        readOnly={isReadOnly}
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    )}
  </Field>
);

interface ChoiceProps<Value extends string> {
  id: string;
  label: string;
  options: Readonly<Record<Value, string>>;
  value: Value;
  onValue(value: Value): void;
}

const Choice = <Value extends string>({
  id,
  label,
  options,
  value,
  onValue,
}: ChoiceProps<Value>) => (
  <Field id={id} label={label}>
    {(tied) => (
      <select
        {...tied}
        value={value}
        onChange={({ currentTarget }) => onValue(currentTarget.value as Value)}
      >
        {Object.entries<string>(options).map(([name, title]) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    )}
  </Field>
);

const languageTitles = Object.fromEntries(languages.map((tag) => [tag, languageName(tag)]));

/** What a kit is written from. */
export const NewKitFields = ({ values, wrong, isReadOnly, onValues }: FieldsProps) => {
  const focusNext = useFocusNext();
  const set = (change: Partial<NewKitValues>) => {
    if (!isReadOnly) onValues({ ...values, ...change });
  };
  const { questions } = values;
  const room = kitLimits.questions - questions.length;
  return (
    <>
      <TextInput
        id="job_title"
        label="Job title"
        value={values.job_title}
        onValue={(job_title) => set({ job_title })}
        error={wrongWith(wrong, 'job_title')}
      />
      <Area
        id="job_description"
        label="The job’s text"
        hint="As it was advertised, up to 50,000 characters. Competencies come from it alone."
        error={wrongWith(wrong, 'job_description')}
        rows={10}
        isReadOnly={isReadOnly}
        value={values.job_description}
        onValue={(job_description) => set({ job_description })}
      />
      <div class="kit-choices">
        <Choice
          id="type"
          label="Type of interview"
          options={types}
          value={values.ai_interview_type}
          onValue={(ai_interview_type) => set({ ai_interview_type })}
        />
        <Choice
          id="difficulty"
          label="Difficulty"
          options={difficulties}
          value={values.difficulty}
          onValue={(difficulty) => set({ difficulty })}
        />
        <Choice
          id="language"
          label="Language"
          options={languageTitles}
          value={values.language}
          onValue={(language) => set({ language })}
        />
        <TextInput
          id="question_count"
          label="Number of questions"
          inputMode="numeric"
          value={values.question_count}
          onValue={(question_count) => set({ question_count })}
          error={wrongWith(wrong, 'question_count')}
        />
      </div>
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
              onValue={(value) => set({ questions: questions.with(n, value) })}
            />
            <button
              type="button"
              class="btn plain"
              onClick={() => {
                set({ questions: questions.toSpliced(n, 1) });
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
              set({ questions: [...questions, ''] });
              focusNext(`own-${questions.length}`);
            }}
          >
            <Icon name="plus" />
            Add a question of your own
          </button>
        </p>
      </section>
    </>
  );
};
