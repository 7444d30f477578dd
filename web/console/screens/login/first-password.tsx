import { useState } from 'preact/hooks';
import { useActing } from '../../acting.ts';
import { NewPassword } from '../../parts/new-password.tsx';
import { wrongOf } from '../../parts/problem.tsx';
import { logIn } from '../../talaro.ts';
import { Narrow } from './narrow.tsx';
import type { StepProps } from './step.ts';

/** A person's own password in place of the first one. */
export const FirstPasswordForm = ({ step, go }: StepProps<'first_password'>) => {
  const [chosen, setChosen] = useState('');
  const { run, error } = useActing();
  const wrong = wrongOf(error, { new_password: ['new', 'The new password'] });
  return (
    <Narrow
      title="Choose your password"
      lede="You logged in with the first password you were sent. It works only this once."
      wrong={wrong}
      onSubmit={() => void run(() => logIn(step.email, step.password, chosen))}
    >
      {/* For password managers, which save both together. */}
      <input
        class="away"
        type="email"
        autocomplete="username"
        value={step.email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <NewPassword value={chosen} onValue={setChosen} wrong={wrong} />
      <button type="submit" class="btn primary">
        Save and log in
      </button>
      <p>
        <button
          type="button"
          class="btn plain"
          onClick={() => go({ name: 'log_in', email: step.email })}
        >
          Back to the login
        </button>
      </p>
    </Narrow>
  );
};
