import { useState } from 'preact/hooks';
import { useActing } from '../../acting.ts';
import { NewPassword } from '../../parts/new-password.tsx';
import { Page } from '../../parts/page.tsx';
import { ErrorSummary, wrongOf, wrongWith } from '../../parts/problem.tsx';
import { TextInput } from '../../parts/text-input.tsx';
import { talaro } from '../../talaro.ts';

const fields = {
  password: ['old', 'The password you have now'],
  new_password: ['new', 'The new password'],
} as const;

/** A person's own password. */
export const ChangePasswordScreen = () => {
  const [old, setOld] = useState('');
  const [chosen, setChosen] = useState('');
  const [isDone, setDone] = useState(false);
  const { run, error } = useActing();
  const isOldWrong = error?.code === 'invalid_credentials';
  const wrong = wrongOf(error, fields).map((one) => (isOldWrong ? { ...one, field: 'old' } : one));
  const send = async () => {
    setDone(false);
    const body = { password: old, new_password: chosen };
    if (!(await run(() => talaro.changePassword(body)))) return;
    setOld('');
    setChosen('');
    setDone(true);
  };
  return (
    <Page title="Change password" hasError={wrong.length > 0}>
      <form
        class="card form narrow-start"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ErrorSummary wrong={wrong} />
        <TextInput
          id="old"
          label="Password you have now"
          type="password"
          autocomplete="current-password"
          value={old}
          onValue={setOld}
          error={wrongWith(wrong, 'old')}
        />
        <NewPassword value={chosen} onValue={setChosen} wrong={wrong} />
        <div class="actions">
          <button type="submit" class="btn primary">
            Save the new password
          </button>
          <span role="status">{isDone && 'Saved. It counts from your next login.'}</span>
        </div>
      </form>
    </Page>
  );
};
