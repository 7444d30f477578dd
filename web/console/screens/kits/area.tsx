import { Field } from '../../parts/field.tsx';

interface AreaProps {
  id: string;
  label: string;
  hint: string;
  error: string | undefined;
  rows: number;
  isReadOnly: boolean;
  value: string;
  onValue(value: string): void;
}

/** A text of several lines. */
export const Area = ({ id, label, hint, error, rows, isReadOnly, value, onValue }: AreaProps) => (
  <Field id={id} label={label} hint={hint} error={error}>
    {(tied) => (
      <textarea
        {...tied}
        rows={rows}
        dir="auto"
        readOnly={isReadOnly}
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    )}
  </Field>
);
