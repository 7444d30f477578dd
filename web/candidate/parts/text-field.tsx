import type { ComponentChildren, TextareaHTMLAttributes } from 'preact';
import type { Messages } from '../i18n/catalogues.ts';
import type { OnPage } from '../page.ts';
import { FieldError } from './field-error.tsx';
import { wrongIn } from './problem.tsx';

interface TextFieldProps extends OnPage, TextareaHTMLAttributes {
  id?: string;
  label?: keyof Messages;
  hint?: keyof Messages;
  /** Whether what is wrong on the page is wrong with this field. */
  isWrong?: boolean;
  type?(text: string): void;
  /** What stands below the field. */
  children?: ComponentChildren;
}

/** A field for a text, for an answer if nothing else is said; named by its label and the question. */
export const TextField = ({
  page,
  id = 'answer',
  label = 'yourAnswer',
  hint,
  isWrong = !!wrongIn(page),
  type = (text) => page.dispatch({ type: 'typed', text }),
  children,
  ...field
}: TextFieldProps) => {
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
      {isWrong && <FieldError page={page} />}
      <textarea
        id={id}
        dir="auto"
        aria-labelledby="label q"
        aria-describedby="hint wrong"
        aria-invalid={isWrong || undefined}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        {...field}
      />
      {children}
    </div>
  );
};
