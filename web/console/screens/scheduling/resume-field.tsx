import { useState } from 'preact/hooks';
import { Field } from '../../parts/field.tsx';
import type { SectionProps } from './section.ts';
import { textOf } from './text-file.ts';

/** The candidate's résumé, typed, pasted or from a file; folded until it is wanted. */
export const ResumeField = ({ form, change, errorOf }: SectionProps) => {
  const [isOpen] = useState(Boolean(form.resume_text));
  const [refusal, setRefusal] = useState('');
  const read = async (file: File | undefined) => {
    if (!file) return;
    try {
      change({ resume_text: await textOf(file) });
      setRefusal('');
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : '');
    }
  };
  const error = refusal || errorOf('resume');
  return (
    <details open={isOpen || Boolean(error)}>
      <summary>Add a résumé</summary>
      <div class="form">
        <p class="meta">
          It changes no question and no score. At most two questions get one sentence before them
          that refers to it.
        </p>
        <Field id="resume" label="Résumé, as text" error={error}>
          {(tied) => (
            <textarea
              {...tied}
              rows={6}
              dir="auto"
              value={form.resume_text}
              onInput={({ currentTarget }) => change({ resume_text: currentTarget.value })}
            />
          )}
        </Field>
        <Field id="resume-file" label="Or from a text file">
          {(tied) => (
            <input
              {...tied}
              type="file"
              accept=".txt,text/plain"
              onChange={({ currentTarget }) => void read(currentTarget.files?.[0])}
            />
          )}
        </Field>
        <label class="check">
          <input
            type="checkbox"
            checked={form.personalise}
            onChange={({ currentTarget }) => change({ personalise: currentTarget.checked })}
          />
          Put a sentence that refers to it before two questions
        </label>
      </div>
    </details>
  );
};
