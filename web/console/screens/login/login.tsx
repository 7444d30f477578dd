import { useState } from 'preact/hooks';
import { useActing } from '../../acting.ts';
import { Field } from '../../parts/field.tsx';
import { Mark } from '../../parts/mark.tsx';
import { ErrorSummary, wrongOf } from '../../parts/problem.tsx';
import { logIn } from '../../talaro.ts';

/** What is shown where nobody is logged in, whatever the address; it stays for after the login. */
export const LogInScreen = () => {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const acting = useActing();
  return (
    <main id="main" class="wrap">
      <div class="narrow login">
        <p class="mark">
          <Mark />
          Talaro
        </p>
        <form
          class="card form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void acting.run(() => logIn(email, password));
          }}
        >
          <ErrorSummary wrong={wrongOf(acting.error, { email: 'email', password: 'password' })} />
          <h1 tabIndex={-1}>Log in</h1>
          <Field id="email" label="E-mail address">
            {(tied) => (
              <input
                {...tied}
                type="email"
                autocomplete="username"
                value={email}
                onInput={({ currentTarget }) => setEmail(currentTarget.value)}
              />
            )}
          </Field>
          <Field id="password" label="Password">
            {(tied) => (
              <input
                {...tied}
                type="password"
                autocomplete="current-password"
                value={password}
                onInput={({ currentTarget }) => setPassword(currentTarget.value)}
              />
            )}
          </Field>
          <button type="submit" class="btn primary">
            Log in
          </button>
        </form>
      </div>
    </main>
  );
};
