import { useState } from 'preact/hooks';
import { useActing } from '../../acting.ts';
import { ErrorSummary, wrongOf, wrongWith } from '../../parts/problem.tsx';
import { TextInput } from '../../parts/text-input.tsx';
import { talaro } from '../../talaro.ts';
import type { Person } from './person.ts';

const fields = { email: ['email', 'The e-mail address'], name: ['name', 'The name'] } as const;
const roles = {
  recruiter: 'Schedules, reads and decides',
  admin: 'Also erases, sets legal holds and looks after people',
} as const;
type Role = keyof typeof roles;

/** Invites somebody, by an e-mail with a first password. */
export const Invitation = ({ onInvite }: { onInvite(person: Person): void }) => {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('recruiter');
  const { run, error } = useActing();
  const wrong = wrongOf(error, fields);
  const send = async () => {
    const done = await run(async () => onInvite(await talaro.inviteUser({ name, email, role })));
    if (!done) return;
    setName('');
    setEmail('');
  };
  return (
    <section class="block narrow-start" aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      <form
        class="card form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ErrorSummary wrong={wrong} />
        <TextInput
          id="name"
          label="Name"
          autocomplete="off"
          value={name}
          onValue={setName}
          error={wrongWith(wrong, 'name')}
        />
        <TextInput
          id="email"
          label="E-mail address"
          type="email"
          autocomplete="off"
          hint="A first password is sent there. It is valid for seven days."
          value={email}
          onValue={setEmail}
          error={wrongWith(wrong, 'email')}
        />
        <fieldset>
          <legend>Role</legend>
          <div class="choice">
            {(Object.keys(roles) as Role[]).map((choice) => (
              <label key={choice} class="tile">
                <input
                  type="radio"
                  name="role"
                  checked={role === choice}
                  onChange={() => setRole(choice)}
                />
                <span>
                  {choice}
                  <span class="meta">{roles[choice]}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <button type="submit" class="btn primary">
          Send the invitation
        </button>
      </form>
    </section>
  );
};
