import { useState } from 'preact/hooks';
import { Confirm } from '../../parts/confirm.tsx';
import { wrongOf, wrongWith } from '../../parts/problem.tsx';
import { TextInput } from '../../parts/text-input.tsx';
import { talaro } from '../../talaro.ts';
import { type DoingProps, useDoing } from './doing.ts';
import { Refusal } from './refusal.tsx';

const fields = {
  candidate_name: ['name', 'The name'],
  candidate_email: ['email', 'The e-mail address'],
} as const;

/** Changes who is invited, before the interview has started. */
export const Person = ({ close, ...props }: DoingProps & { close(): void }) => {
  const [{ interview_id, candidate_name, candidate_email, link }] = useState(props.interview);
  const [name, setName] = useState(candidate_name);
  const [email, setEmail] = useState(candidate_email);
  const doing = useDoing(props);
  const wrong = wrongOf(doing.error, fields);
  const send = async () => {
    const sent = (if_updated_at: string) =>
      talaro.updateInterview({
        interview_id,
        candidate_name: name,
        candidate_email: email,
        if_updated_at,
      });
    if (await doing.run(sent, 'Name and e-mail address are saved.')) close();
  };
  return (
    <Confirm
      title="Change name or e-mail?"
      action="Save"
      keep="Leave it as it is"
      isWorking={doing.isWorking}
      onConfirm={() => void send()}
      onClose={close}
    >
      <Refusal doing={doing} fields={fields} />
      {link.status !== 'none' && (
        <p>
          Another e-mail address deletes the link: it stops at once, and you have to make a new one
          and send it. Another name alone leaves the link as it is.
        </p>
      )}
      <TextInput
        id="name"
        label="Candidate’s name"
        value={name}
        onValue={setName}
        error={wrongWith(wrong, 'name')}
      />
      <TextInput
        id="email"
        label="E-mail address"
        type="email"
        value={email}
        onValue={setEmail}
        error={wrongWith(wrong, 'email')}
      />
    </Confirm>
  );
};
