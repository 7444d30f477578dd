import { difficulties, languageTitle, types } from '../../job-words.ts';
import { Field } from '../../parts/field.tsx';
import { type Wrong, wrongWith } from '../../parts/problem.tsx';
import { TextInput } from '../../parts/text-input.tsx';
import { Area } from './area.tsx';
import type { NewKitValues } from './new-kit-values.ts';
import { OwnQuestions } from './own-questions.tsx';
import { languages } from './words.ts';

interface FieldsProps {
  values: NewKitValues;
  wrong: readonly Wrong[];
  isReadOnly: boolean;
  onValues(values: NewKitValues): void;
}

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

const languageTitles = Object.fromEntries(languages.map((tag) => [tag, languageTitle(tag)]));

/** What a kit is written from. */
export const NewKitFields = ({ values, wrong, isReadOnly, onValues }: FieldsProps) => {
  const set = (change: Partial<NewKitValues>) => {
    if (!isReadOnly) onValues({ ...values, ...change });
  };
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
      <OwnQuestions
        questions={values.questions}
        wrong={wrong}
        isReadOnly={isReadOnly}
        onQuestions={(questions) => set({ questions })}
      />
    </>
  );
};
