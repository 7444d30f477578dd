import type { ComponentChildren } from 'preact';
import { Field } from '../../parts/field.tsx';
import { wrongWith } from '../../parts/problem.tsx';
import { useEditing } from './editing.ts';

interface TextProps {
  /** The path of the field in the API. */
  id: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  value: string;
  /** In characters as the API counts them, of the whole or of each line. */
  limit: number;
  isPerLine?: boolean;
  /** Text at rest, a field under the pointer and when focused. */
  quiet?: 'quiet' | 'quiet strong';
  rows?: number;
  onValue(value: string): void;
}

const lengthOf = (text: string) => [...text].length;
const number = (count: number) => count.toLocaleString('en-GB');

const tooLong = (value: string, limit: number, isPerLine: boolean): string | undefined => {
  const longest = isPerLine ? Math.max(...value.split('\n').map(lengthOf)) : lengthOf(value);
  if (longest <= limit) return undefined;
  return `${isPerLine ? 'One line has ' : 'This has '}${number(longest)} characters; at most ${number(limit)} fit`;
};

/** A text of a kit, with what is wrong with it. */
export const TextField = ({
  id,
  label,
  hint,
  value,
  limit,
  isPerLine = false,
  quiet,
  rows = 1,
  onValue,
}: TextProps) => {
  const { wrong, isReadOnly } = useEditing();
  const error = wrongWith(wrong, id) ?? tooLong(value, limit, isPerLine);
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(tied) => (
        <textarea
          {...tied}
          class={quiet}
          rows={rows}
          dir="auto"
          readOnly={isReadOnly}
          value={value}
          onInput={({ currentTarget }) => onValue(currentTarget.value)}
        />
      )}
    </Field>
  );
};

interface WeightProps {
  id: string;
  label: ComponentChildren;
  /** Percent. */
  value: string;
  onValue(value: string): void;
}

/** A weight in percent. */
export const WeightField = ({ id, label, value, onValue }: WeightProps) => {
  const { wrong, isReadOnly } = useEditing();
  return (
    <Field id={id} label={label} error={wrongWith(wrong, id)}>
      {(tied) => (
        <span class="unit">
          <input
            {...tied}
            inputMode="decimal"
            autocomplete="off"
            readOnly={isReadOnly}
            value={value}
            onInput={({ currentTarget }) => onValue(currentTarget.value)}
          />
          <span aria-hidden="true">%</span>
        </span>
      )}
    </Field>
  );
};
