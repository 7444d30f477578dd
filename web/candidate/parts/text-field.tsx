import type { ComponentChildren, TextareaHTMLAttributes } from 'preact';
import type { Messages } from '../i18n/catalogues.ts';
import type { OnPage } from '../page.ts';
import { FieldError } from './field-error.tsx';

interface TextFieldProps extends OnPage, TextareaHTMLAttributes {
  id: string;
  label: keyof Messages;
  hint: keyof Messages;
  /** Whether what is wrong on the page is wrong with this field. */
  isWrong: boolean;
  type(text: string): void;
  /** What stands below the field. */
  children?: ComponentChildren;
}

/** A field for a text, named by its label and the question of the screen, if it has one. */
export const TextField = (props: TextFieldProps) => {
  const { page, label, hint, isWrong, type, children, ...field } = props;
  const { t } = page;
  return (
    <div class="answer">
      <label id="label" for={field.id}>
        {t(label)}
      </label>
      <p class="hint" id="hint">
        {t(hint)}
      </p>
      {isWrong && <FieldError page={page} />}
      <textarea
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
