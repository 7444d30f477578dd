import { useEffect, useState } from 'preact/hooks';
import { useKits } from '../../kits.ts';
import { Icon } from '../../parts/icon.tsx';
import { Menu } from '../../parts/menu.tsx';
import { interviewStates } from '../../parts/status.tsx';
import { navigate, to } from '../../router.ts';
import { type Asked, narrowings, queryOf, statuses } from './asked.ts';

const placeOf = (asked: Asked) => to('/', queryOf({ ...asked, cursor: '' }));

const Statuses = ({ asked }: { asked: Asked }) => (
  <ul class="tabs" role="list" aria-label="Status">
    {[null, ...statuses].map((status) => (
      <li key={status}>
        <a
          href={placeOf({ ...asked, status })}
          aria-current={asked.status === status ? 'true' : undefined}
        >
          {status ? interviewStates[status].word : 'All'}
        </a>
      </li>
    ))}
  </ul>
);

const KitAndTime = ({ asked }: { asked: Asked }) => {
  const { kit_id, from, to: until } = asked;
  const given = { kit_id, from, to: until };
  const [wish, setWish] = useState(given);
  const [isOpen, setOpen] = useState(kit_id !== '');
  const kits = useKits(isOpen);
  useEffect(() => setWish(given), [kit_id, from, until]);
  const set = narrowings(asked);
  const show = (next: typeof given) => navigate(placeOf({ ...asked, ...next }));
  return (
    <Menu
      label={`Kit and time${set > 0 ? `, ${set} set` : ''}`}
      button="btn"
      onOpen={() => setOpen(true)}
    >
      <div class="field">
        <label for="kit">Kit</label>
        <select
          id="kit"
          value={wish.kit_id}
          onChange={({ currentTarget }) => setWish({ ...wish, kit_id: currentTarget.value })}
        >
          <option value="">Every kit</option>
          {kits.value?.map(({ kit_id, job_title }) => (
            <option key={kit_id} value={kit_id}>
              {job_title}
            </option>
          ))}
        </select>
      </div>
      <div class="pair">
        {(['from', 'to'] as const).map((end) => (
          <div key={end} class="field">
            <label for={end}>{end === 'from' ? 'Starts from' : 'Starts until'}</label>
            <input
              id={end}
              type="date"
              value={wish[end]}
              onInput={({ currentTarget }) => setWish({ ...wish, [end]: currentTarget.value })}
            />
          </div>
        ))}
      </div>
      <div class="actions">
        <button type="button" class="btn" onClick={() => show(wish)}>
          Show
        </button>
        <button
          type="button"
          class="btn plain"
          onClick={() => show({ kit_id: '', from: '', to: '' })}
        >
          Clear
        </button>
      </div>
    </Menu>
  );
};

/** What narrows the list: status, address, kit and time. All of it is in the page's address. */
export const Sieve = ({ asked }: { asked: Asked }) => {
  const [email, setEmail] = useState(asked.email);
  useEffect(() => setEmail(asked.email), [asked.email]);
  return (
    <search aria-label="Interviews">
      <form
        class="sieve"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          navigate(placeOf({ ...asked, email: email.trim() }));
        }}
      >
        <Statuses asked={asked} />
        <div class="find">
          <Icon name="search" />
          <label class="away" for="find">
            Find by e-mail
          </label>
          <input
            id="find"
            type="search"
            inputMode="email"
            placeholder="Find by e-mail"
            aria-keyshortcuts="/"
            value={email}
            onInput={({ currentTarget }) => setEmail(currentTarget.value)}
          />
          <kbd>/</kbd>
        </div>
        <KitAndTime asked={asked} />
      </form>
    </search>
  );
};
