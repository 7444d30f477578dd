import { useState } from 'preact/hooks';
import type { Output } from '../../../../client/types.ts';
import { useActing } from '../../acting.ts';
import { useLoaded } from '../../loading.ts';
import { Failure } from '../../parts/failure.tsx';
import { Page } from '../../parts/page.tsx';
import { talaro } from '../../talaro.ts';
import { Invitation } from './invitation.tsx';
import type { Person } from './person.ts';
import { PersonRow } from './person-row.tsx';

type People = Output<'listUsers'>;

/** The list with one person changed or, where unknown, added on top. */
const withPerson = (people: People, changed: Person): People => {
  const isKnown = people.items.some(({ user_id }) => user_id === changed.user_id);
  const items = isKnown
    ? people.items.map((one) => (one.user_id === changed.user_id ? changed : one))
    : [changed, ...people.items];
  return { ...people, items };
};

/** Who has access, for admins. */
export const PeopleScreen = () => {
  const { value, error, isLoading, reload, set } = useLoaded(
    (signal) => talaro.listUsers({ limit: 100 }, { signal }),
    [],
  );
  const [said, setSaid] = useState('');
  const older = useActing();
  const more = (people: People) =>
    older.run(async () => {
      const next = await talaro.listUsers({ limit: 100, cursor: people.next_cursor ?? '' });
      set({ ...next, items: [...people.items, ...next.items] });
    });
  const change = (sentence: string) => (person: Person) => {
    setSaid(sentence);
    if (value) set(withPerson(value, person));
  };
  return (
    <Page title="People" lede="Who can log in here. Candidates need no account.">
      <p class="said" role="status">
        {said}
      </p>
      {error && <Failure error={error} retry={reload} />}
      {value && (
        <div class="card flush">
          <table
            class="rows people"
            aria-label="People with access, newest first"
            aria-busy={isLoading}
          >
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Role</th>
                <th scope="col">Access</th>
                <th scope="col">
                  <span class="away">Change</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {value.items.map((person) => (
                <PersonRow key={person.user_id} person={person} onChange={change} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {value && older.error && <Failure error={older.error} retry={() => void more(value)} />}
      {value?.next_cursor && (
        <div class="foot">
          <button type="button" class="btn" onClick={() => void more(value)}>
            Show older accounts
          </button>
        </div>
      )}
      {value && (
        <Invitation
          onInvite={(person) => change(`An invitation is on its way to ${person.email}.`)(person)}
        />
      )}
    </Page>
  );
};
