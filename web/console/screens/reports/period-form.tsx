import { useEffect, useState } from 'preact/hooks';
import { useKits } from '../../kits.ts';
import { Field } from '../../parts/field.tsx';
import { type Wrong, wrongWith } from '../../parts/problem.tsx';
import { navigate, to } from '../../router.ts';
import type { Period } from './period.ts';

interface PeriodFormProps {
  period: Period;
  /** The kit's job, where one is chosen; it may be archived and not among the others. */
  kitTitle: string | undefined;
  wrong: readonly Wrong[];
}

/** Which days and which kit; kept in the page's address. */
export const PeriodForm = ({ period, kitTitle, wrong }: PeriodFormProps) => {
  const [wish, setWish] = useState(period);
  useEffect(() => setWish(period), [period.from, period.to, period.kit_id]);
  const kits = useKits(true).value ?? [];
  const isListed = kits.some(({ kit_id }) => kit_id === wish.kit_id);
  return (
    <form
      class="period off-paper"
      aria-label="Period and kit"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        navigate(to('/reports', { kit: wish.kit_id, from: wish.from, to: wish.to }));
      }}
    >
      <div class="field kit-field">
        <label for="kit">Kit</label>
        <select
          id="kit"
          value={wish.kit_id}
          onChange={({ currentTarget }) => setWish({ ...wish, kit_id: currentTarget.value })}
        >
          <option value="">Every kit</option>
          {wish.kit_id && !isListed && (
            <option value={wish.kit_id}>{kitTitle ?? 'The kit in the address'}</option>
          )}
          {kits.map(({ kit_id, job_title }) => (
            <option key={kit_id} value={kit_id}>
              {job_title}
            </option>
          ))}
        </select>
      </div>
      {(['from', 'to'] as const).map((end) => (
        <Field
          key={end}
          id={end}
          label={end === 'from' ? 'From' : 'Until'}
          error={wrongWith(wrong, end)}
        >
          {(tied) => (
            <input
              {...tied}
              type="date"
              value={wish[end]}
              onInput={({ currentTarget }) => setWish({ ...wish, [end]: currentTarget.value })}
            />
          )}
        </Field>
      ))}
      <button type="submit" class="btn">
        Show
      </button>
      <button type="button" class="btn" onClick={() => print()}>
        Print
      </button>
    </form>
  );
};
