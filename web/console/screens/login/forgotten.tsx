import { useState } from 'preact/hooks';
import { useActing } from '../../acting.ts';
import { wrongOf, wrongWith } from '../../parts/problem.tsx';
import { TextInput } from '../../parts/text-input.tsx';
import { talaro } from '../../talaro.ts';
import { Narrow } from './narrow.tsx';
import type { StepProps } from './step.ts';

/** Has a code sent. Whether there is such an account is said to nobody. */
export const ForgottenForm = ({ step, go }: StepProps<'forgotten'>) => {
  const [email, setEmail] = useState(step.email);
  const { run, error } = useActing();
  const wrong = wrongOf(error, { email: ['email', 'The e-mail address'] });
  const send = () =>
    run(async () => {
      await talaro.forgotPassword({ email });
      go({ name: 'code', email });
    });
  return (
    <Narrow
      title="Forgotten password"
      lede="You get a code by e-mail, and choose a new password with it."
      wrong={wrong}
      onSubmit={() => void send()}
    >
      <TextInput
        id="email"
        label="E-mail address"
        type="email"
        autocomplete="username"
        value={email}
        onValue={setEmail}
        error={wrongWith(wrong, 'email')}
      />
      <button type="submit" class="btn primary">
        Send me a code
      </button>
      <p>
        <button type="button" class="btn plain" onClick={() => go({ name: 'log_in', email })}>
          Back to the login
        </button>
      </p>
    </Narrow>
  );
};
