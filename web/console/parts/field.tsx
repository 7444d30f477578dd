import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

export interface FieldProps {
  id: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** What is wrong with it, in a sentence. */
  error?: string | undefined;
  /** The field itself, with the attributes that tie it to its label, hint and error. */
  children: (tied: {
    id: string;
    'aria-describedby'?: string;
    'aria-invalid'?: 'true';
  }) => ComponentChildren;
}

/** A field with its label above, and its hint and error between the two. */
export const Field = ({ id, label, hint, error, children }: FieldProps) => {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          <Icon name="alert" />
          <span>
            <span class="away">Error: </span>
            {error}
          </span>
        </p>
      )}
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': 'true' as const }),
      })}
    </div>
  );
};
