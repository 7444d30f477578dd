import type { ComponentChildren, TextareaHTMLAttributes } from 'preact';
import type { Messages } from '../i18n/catalogues.ts';
import type { Page } from '../page.ts';
import { fieldError } from './field-error.tsx';
import { wrongIn } from './problem.tsx';

interface TextFieldProps extends TextareaHTMLAttributes {
  id?: string;
  label?: keyof Messages;
  hint?: keyof Messages;
  /** Whether what is wrong on the page is wrong with this field. */
  isWrong?: boolean;
  type?(text: string): void;
}

/** A field for a text, for an answer if nothing else is said; named by its label and the question; `below` stands below it. */
export const textField = (
  page: Page,
  {
    id = 'answer',
    label = 'yourAnswer',
    hint,
    isWrong = !!wrongIn(page),
    type = (text) => page.dispatch({ type: 'typed', text }),
    ...field
  }: TextFieldProps,
  below?: ComponentChildren,
) => {
  const { t } = page;
  return (
    <div class="answer">
      <label id="label" for={id}>
        {t(label)}
      </label>
      {hint && (
        <p class="hint" id="hint">
          {t(hint)}
        </p>
      )}
      {isWrong && fieldError(page)}
      <textarea
        id={id}
        dir="auto"
        aria-labelledby="label q"
        aria-describedby="hint wrong"
        aria-invalid={isWrong || undefined}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        {...field}
      />
      {below}
    </div>
  );
};
