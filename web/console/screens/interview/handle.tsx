import { useState } from 'preact/hooks';
import { Confirm } from '../../parts/confirm.tsx';
import { Field } from '../../parts/field.tsx';
import { wrongOf, wrongWith } from '../../parts/problem.tsx';
import { talaro } from '../../talaro.ts';
import { type DoingProps, useDoing } from './doing.ts';
import { Refusal } from './refusal.tsx';

const fields = { note: ['note', 'The note'] } as const;

export interface HandleProps extends DoingProps {
  accommodation_id: string;
  close(): void;
}

/** Notes that somebody has seen to a request. */
export const Handle = ({ accommodation_id, close, ...props }: HandleProps) => {
  const { interview_id } = props.interview;
  const [note, setNote] = useState('');
  const doing = useDoing(props);
  const send = async () => {
    const body = { interview_id, accommodation_id, handled: true, ...(note && { note }) };
    const sent = () => talaro.handleAccommodation(body);
    if (await doing.run(sent, 'The request is marked as handled.')) close();
  };
  return (
    <Confirm
      title="Mark the request as handled?"
      action="Mark as handled"
      keep="Leave it open"
      isWorking={doing.isWorking}
      onConfirm={() => void send()}
      onClose={close}
    >
      <Refusal doing={doing} fields={fields} />
      <p>It changes nothing else. Nobody is told: write to the candidate yourself.</p>
      <Field
        id="note"
        label="Note (optional)"
        hint="What was done. Only people who use this console read it."
        error={wrongWith(wrongOf(doing.error, fields), 'note')}
      >
        {(tied) => (
          <textarea
            {...tied}
            rows={2}
            value={note}
            onInput={({ currentTarget }) => setNote(currentTarget.value)}
          />
        )}
      </Field>
    </Confirm>
  );
};
