import { useState } from 'preact/hooks';
import { TalaroError } from '../../../../client/error.ts';
import { useActing } from '../../acting.ts';
import { wrongOf, wrongWith } from '../../parts/problem.tsx';
import { TextInput } from '../../parts/text-input.tsx';
import { logIn } from '../../talaro.ts';
import { Narrow } from './narrow.tsx';
import type { StepProps } from './step.ts';

const fields = {
  email: ['email', 'The e-mail address'],
  password: ['password', 'The password'],
} as const;

const NoAccount = () => (
  <>
    <h2>No account?</h2>
    <p>
      Accounts are made by your administrator, who sends you a first password. You choose your own
      when you log in with it.
    </p>
    <p>
      Here for an interview as a candidate? You need no account: open the link from your invitation.
    </p>
  </>
);

/** The login itself; a first password leads to choosing one's own. */
export const LogInForm = ({ step, go }: StepProps<'log_in'>) => {
  const [email, setEmail] = useState(step.email);
  const [password, setPassword] = useState('');
  const { run, error } = useActing();
  const wrong = wrongOf(error, fields);
  const send = () =>
    run(async () => {
      try {
        await logIn(email, password);
      } catch (cause) {
        const isFirst = cause instanceof TalaroError && cause.code === 'new_password_required';
        if (!isFirst) throw cause;
        go({ name: 'first_password', email, password });
      }
    });
  return (
    <Narrow title="Log in" wrong={wrong} onSubmit={() => void send()} aside={<NoAccount />}>
      {step.said && (
        <p class="notice" role="status">
          {step.said}
        </p>
      )}
      <TextInput
        id="email"
        label="E-mail address"
        type="email"
        autocomplete="username"
        value={email}
        onValue={setEmail}
        error={wrongWith(wrong, 'email')}
      />
      <TextInput
        id="password"
        label="Password"
        type="password"
        autocomplete="current-password"
        value={password}
        onValue={setPassword}
        error={wrongWith(wrong, 'password')}
      />
      <button type="submit" class="btn primary">
        Log in
      </button>
      <p>
        <button type="button" class="btn plain" onClick={() => go({ name: 'forgotten', email })}>
          Forgotten password
        </button>
      </p>
    </Narrow>
  );
};
