import { Field, type FieldProps } from './field.tsx';

export interface TextInputProps extends Omit<FieldProps, 'children'> {
  type?: 'text' | 'email' | 'password';
  autocomplete?: string;
  inputMode?: 'numeric';
  value: string;
  onValue(value: string): void;
}

/** A field of one line. */
export const TextInput = ({
  id,
  label,
  hint,
  error,
  type = 'text',
  value,
  onValue,
  ...rest
}: TextInputProps) => (
  <Field id={id} label={label} hint={hint} error={error}>
    {(tied) => (
      <input
        {...rest}
        {...tied}
        type={type}
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    )}
  </Field>
);
