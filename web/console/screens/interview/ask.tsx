import { useState } from 'preact/hooks';
import { Confirm } from '../../parts/confirm.tsx';
import { Field } from '../../parts/field.tsx';
import { talaro } from '../../talaro.ts';
import {
  cancelling,
  closing,
  evaluatingAgain,
  holding,
  type Question,
  replacing,
} from './confirmations.ts';
import { type DoingProps, useDoing } from './doing.ts';
import { Refusal } from './refusal.tsx';
import type { Shown } from './shown.ts';

interface Asking {
  question(interview: Shown): Question;
  act(interview: Shown, sent: { reason: string; if_updated_at: string }): Promise<unknown>;
  takesReason?: boolean;
}

/** What is asked about before it is done, with nothing to fill in but a reason. */
export const asked = {
  replace: {
    question: replacing,
    act: ({ interview_id }) => talaro.regenerateLink({ interview_id }),
  },
  close: { question: closing, act: ({ interview_id }) => talaro.closeInterview({ interview_id }) },
  cancel: {
    question: cancelling,
    act: ({ interview_id }, { reason }) =>
      talaro.cancelInterview({ interview_id, ...(reason && { reason }) }),
    takesReason: true,
  },
  evaluate: {
    question: evaluatingAgain,
    act: ({ interview_id }) => talaro.reEvaluateInterview({ interview_id }),
  },
  hold: {
    question: holding,
    act: ({ interview_id, legal_hold }, { if_updated_at }) =>
      talaro.updateInterview({ interview_id, legal_hold: !legal_hold, if_updated_at }),
  },
} satisfies Record<string, Asking>;

export type Asked = keyof typeof asked;

/** One of these questions, as the interview was when it was asked. */
export const Ask = ({ what, close, ...props }: DoingProps & { what: Asked; close(): void }) => {
  const [interview] = useState(props.interview);
  const [reason, setReason] = useState('');
  const doing = useDoing(props);
  const { question, act, takesReason = false }: Asking = asked[what];
  const { says, done, ...words } = question(interview);
  const send = async () => {
    const sent = (if_updated_at: string) => act(interview, { reason, if_updated_at });
    if (await doing.run(sent, done)) close();
  };
  return (
    <Confirm {...words} isWorking={doing.isWorking} onConfirm={() => void send()} onClose={close}>
      <Refusal doing={doing} fields={{ reason: 'why' }} />
      <p>{says.join(' ')}</p>
      {takesReason && (
        <Field
          id="why"
          label="Reason (optional)"
          hint="For recruiters. Only this console shows it."
        >
          {(tied) => (
            <textarea
              {...tied}
              rows={2}
              value={reason}
              onInput={({ currentTarget }) => setReason(currentTarget.value)}
            />
          )}
        </Field>
      )}
    </Confirm>
  );
};
