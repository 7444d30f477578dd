import { Field, type FieldProps } from './field.tsx';

export interface SelectInputProps extends Omit<FieldProps, 'children'> {
  value: string;
  /** Each value with its words. */
  choices: readonly (readonly [value: string, words: string])[];
  onValue(value: string): void;
}

/** One of a few. */
export const SelectInput = ({ value, choices, onValue, ...field }: SelectInputProps) => (
  <Field {...field}>
    {(tied) => (
      <select
        {...tied}
        value={value}
        onChange={({ currentTarget }) => onValue(currentTarget.value)}
      >
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Field>
);
