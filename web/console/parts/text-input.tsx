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
  value,
  onValue,
  type = 'text',
  ...rest
}: TextInputProps) => {
  // Preact's types have a shape for each literal type, and none for several.
  const kind: object = { type };
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(tied) => (
        <input
          {...kind}
          {...rest}
          {...tied}
          value={value}
          onInput={({ currentTarget }) => onValue(currentTarget.value)}
        />
      )}
    </Field>
  );
};
