import { spokenLanguages } from '../../../../shared/voice/voices.ts';
import { languageTitle } from '../../job-words.ts';
import { Field } from '../../parts/field.tsx';
import { SelectInput } from '../../parts/select-input.tsx';
import { TextInput } from '../../parts/text-input.tsx';
import { counts, difficultyChoices, typeChoices } from './choices.ts';
import type { SectionProps } from './section.ts';

/** A job of its own, for which a kit is written. */
export const JobFields = ({ form, change, errorOf }: SectionProps) => (
  <>
    <TextInput
      id="title"
      label="Job title"
      dir="auto"
      value={form.job_title}
      onValue={(job_title) => change({ job_title })}
      error={errorOf('title')}
    />
    <Field
      id="description"
      label="The job’s text"
      hint="Tasks, what is needed, and where. Questions and rubric come from it, and from nothing else."
      error={errorOf('description')}
    >
      {(tied) => (
        <textarea
          {...tied}
          rows={6}
          dir="auto"
          value={form.job_description}
          onInput={({ currentTarget }) => change({ job_description: currentTarget.value })}
        />
      )}
    </Field>
    <div class="pair wide">
      <SelectInput
        id="type"
        label="Type"
        value={form.ai_interview_type}
        choices={typeChoices}
        onValue={(ai_interview_type) => change({ ai_interview_type })}
        error={errorOf('type')}
      />
      <TextInput
        id="language"
        label="Language"
        list="languages"
        value={form.language}
        onValue={(language) => change({ language })}
        error={errorOf('language')}
      />
      <datalist id="languages">
        {spokenLanguages.map((tag) => (
          <option key={tag} value={tag}>
            {languageTitle(tag)}
          </option>
        ))}
      </datalist>
    </div>
    <div class="pair wide">
      <SelectInput
        id="difficulty"
        label="Difficulty"
        value={form.difficulty}
        choices={difficultyChoices}
        onValue={(difficulty) => change({ difficulty })}
        error={errorOf('difficulty')}
      />
      <SelectInput
        id="count"
        label="Questions"
        value={form.question_count}
        choices={counts}
        onValue={(question_count) => change({ question_count })}
        error={errorOf('count')}
      />
    </div>
  </>
);
