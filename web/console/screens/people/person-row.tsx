import { useState } from 'preact/hooks';
import { useActing } from '../../acting.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Menu } from '../../parts/menu.tsx';
import { Status } from '../../parts/status.tsx';
import { useSettings } from '../../settings.ts';
import { talaro } from '../../talaro.ts';
import { dayOf } from '../../time.ts';
import { accessOf, type Change, changesOf, type Person } from './person.ts';

export interface PersonRowProps {
  person: Person;
  /** Takes what is to be said, then the person as they are now. */
  onChange(said: string): (person: Person) => void;
}

/** One account, and what can be changed of it. */
export const PersonRow = ({ person, onChange }: PersonRowProps) => {
  const { account, zone } = useSettings();
  const [asked, setAsked] = useState<Change | null>(null);
  const { run, error, isWorking, clear } = useActing();
  const { user_id, name, email, role, status, enabled } = person;
  const isInvited = status === 'invited' && enabled && role !== null;
  const close = () => {
    setAsked(null);
    clear();
  };
  const confirm = async (change: Change) => {
    const done = await run(async () =>
      onChange(change.done)(await talaro.updateUser({ user_id, ...change.sent })),
    );
    if (done) close();
  };
  const inviteAgain = () =>
    run(async () => {
      const invited = await talaro.inviteUser({ email, name, role: role ?? 'recruiter' });
      onChange(`Another invitation is on its way to ${email}.`)(invited);
    });
  return (
    <tr>
      <th scope="row">
        <strong dir="auto">{name}</strong>
        {user_id === account.user_id && ' (you)'}
        <span class="meta">{email}</span>
      </th>
      <td>{role ?? 'None'}</td>
      <td>
        <Status {...accessOf(person)} />
        <span class="meta">since {dayOf(person.created_at, zone)}</span>
      </td>
      <td class="num">
        <Menu
          label={
            <>
              Change<span class="away"> {name}</span>
            </>
          }
          button="btn"
        >
          {isInvited && (
            <button type="button" onClick={() => void inviteAgain()}>
              Send the invitation again
            </button>
          )}
          {changesOf(person).map((change) => (
            <button
              key={change.label}
              type="button"
              class={change.isDangerous ? 'danger' : ''}
              onClick={() => setAsked(change)}
            >
              {change.label}
            </button>
          ))}
        </Menu>
        {error && !asked && <p class="error">{error.message}</p>}
        {asked && (
          <Confirm
            title={asked.title}
            action={asked.label}
            keep={asked.keep}
            isDangerous={asked.isDangerous ?? false}
            isWorking={isWorking}
            onConfirm={() => void confirm(asked)}
            onClose={close}
          >
            <p>{asked.text}</p>
            {error && (
              <p class="error" role="alert">
                {error.issues[0]?.message ?? error.message}
              </p>
            )}
          </Confirm>
        )}
      </td>
    </tr>
  );
};
