import { useState } from 'preact/hooks';
import type { TalaroError } from '../../../../client/error.ts';
import type { ErasureReason } from '../../../../shared/domain/erasure.ts';
import { useActing } from '../../acting.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Field } from '../../parts/field.tsx';
import { ErrorSummary, type Wrong, wrongOf, wrongWith } from '../../parts/problem.tsx';
import { talaro } from '../../talaro.ts';
import { erased } from './confirmations.ts';
import type { Shown } from './shown.ts';

const reasons: Record<ErasureReason, string> = {
  requested: 'The candidate asked for it',
  retention: 'The time for keeping it is over',
  mistake: 'It should not be here',
};

const unsure: Wrong = {
  message: 'Tick that you have understood that it cannot be undone',
  field: 'understood',
};

const wrongIn = (error: TalaroError | null, isUnsure: boolean): Wrong[] =>
  isUnsure ? [unsure] : wrongOf(error, {});

export interface EraseProps {
  interview: Shown;
  close(): void;
  /** @param at when it was erased */
  onErased(at: string): void;
}

/** Erases an interview: it names all that goes, and asks twice. */
export const Erase = ({ close, onErased, ...props }: EraseProps) => {
  const [interview] = useState(props.interview);
  const [reason, setReason] = useState<ErasureReason>('requested');
  const [isSure, setSure] = useState(false);
  const [isUnsure, setUnsure] = useState(false);
  const { run, isWorking, error } = useActing();
  const wrong = wrongIn(error, isUnsure);
  const send = () => {
    setUnsure(!isSure);
    if (!isSure) return;
    const { interview_id } = interview;
    void run(async () =>
      onErased((await talaro.eraseInterview({ interview_id, reason })).erased_at),
    );
  };
  const wrongTick = wrongWith(wrong, 'understood');
  return (
    <Confirm
      title="Erase everything about this interview?"
      action="Erase everything"
      keep="Keep it"
      isDangerous
      isWorking={isWorking}
      onConfirm={send}
      onClose={close}
    >
      <ErrorSummary wrong={wrong} />
      <p>
        All of this about <bdi>{interview.candidate_name}</bdi> will be gone, for everybody:
      </p>
      <ul>
        {erased(interview).map((thing) => (
          <li key={thing}>{thing}</li>
        ))}
      </ul>
      <p>
        What stays is that an interview of this number was erased, when, by whom and why. Export it
        first where a copy must be kept.
      </p>
      <Field id="why" label="Why">
        {(tied) => (
          <select
            {...tied}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value as ErasureReason)}
          >
            {Object.entries(reasons).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Field>
      <label class="check">
        <input
          id="understood"
          type="checkbox"
          checked={isSure}
          aria-invalid={wrongTick ? 'true' : undefined}
          onChange={({ currentTarget }) => setSure(currentTarget.checked)}
        />{' '}
        I have understood that this cannot be undone
      </label>
    </Confirm>
  );
};
