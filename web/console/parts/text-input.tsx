import { Field, type FieldProps } from './field.tsx';

export interface TextInputProps extends Omit<FieldProps, 'children'> {
  type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'datetime-local';
  autocomplete?: string;
  inputMode?: 'numeric';
  dir?: 'auto';
  /** The id of a list of proposals. */
  list?: string;
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
  const more: object = { type, ...rest };
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(tied) => (
        <input
          {...more}
          {...tied}
          value={value}
          onInput={({ currentTarget }) => onValue(currentTarget.value)}
        />
      )}
    </Field>
  );
};
