import { useState } from 'preact/hooks';
import { useActing } from '../../acting.ts';
import { NewPassword } from '../../parts/new-password.tsx';
import { wrongOf, wrongWith } from '../../parts/problem.tsx';
import { TextInput } from '../../parts/text-input.tsx';
import { talaro } from '../../talaro.ts';
import { Narrow } from './narrow.tsx';
import type { StepProps } from './step.ts';

const fields = { code: ['code', 'The code'], new_password: ['new', 'The new password'] } as const;

/** A new password, with the code that was sent. */
export const CodeForm = ({ step, go }: StepProps<'code'>) => {
  const { email } = step;
  const [code, setCode] = useState('');
  const [chosen, setChosen] = useState('');
  const { run, error } = useActing();
  const wrong = wrongOf(error, fields);
  const send = () =>
    run(async () => {
      await talaro.resetPassword({ email, code, new_password: chosen });
      go({ name: 'log_in', email, said: 'Your new password is saved. Log in with it.' });
    });
  return (
    <Narrow
      title="Choose a new password"
      lede={`If ${email} has an account, a code is on its way there. It can take some minutes.`}
      wrong={wrong}
      onSubmit={() => void send()}
    >
      <TextInput
        id="code"
        label="Code from the e-mail"
        autocomplete="one-time-code"
        inputMode="numeric"
        value={code}
        onValue={setCode}
        error={wrongWith(wrong, 'code')}
      />
      <NewPassword value={chosen} onValue={setChosen} wrong={wrong} />
      <button type="submit" class="btn primary">
        Save the new password
      </button>
      <p>
        <button type="button" class="btn plain" onClick={() => go({ name: 'forgotten', email })}>
          Send another code
        </button>
      </p>
    </Narrow>
  );
};
