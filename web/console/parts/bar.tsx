import { useActing } from '../acting.ts';
import { to, usePlace } from '../router.ts';
import { useSettings } from '../settings.ts';
import { cityOf, zoneName } from '../time.ts';
import { Mark } from './mark.tsx';
import { Menu } from './menu.tsx';

/** The parts of the console, and where each begins. */
const sections = [
  { title: 'Interviews', path: '/', begins: ['', 'interviews'] },
  { title: 'Kits', path: '/kits', begins: ['kits'] },
  { title: 'Reports', path: '/reports', begins: ['reports'] },
  { title: 'People', path: '/people', begins: ['people'], isForAdmins: true },
];

/** The bar above every screen. */
export const Bar = () => {
  const { account, zone, logOut } = useSettings();
  const { run, error } = useActing();
  const [, first = ''] = usePlace().path.split('/');
  return (
    <header class="bar">
      <div class="wrap">
        <a class="mark" href={to('/')}>
          <Mark />
          Talaro
        </a>
        <nav aria-label="Main">
          {sections.map(({ title, path, begins, isForAdmins }) =>
            isForAdmins && !account.isAdmin ? null : (
              <a
                key={path}
                href={to(path)}
                aria-current={begins.includes(first) ? 'page' : undefined}
              >
                {title}
              </a>
            ),
          )}
        </nav>
        <Menu
          kind="account"
          label={
            <>
              <span class="away">Account: </span>
              {account.name || account.email || 'Account'}
            </>
          }
        >
          <p class="meta">
            {account.email}
            <br />
            Role: {account.isAdmin ? 'admin' : 'recruiter'}
          </p>
          <a href={to('/account/zone')}>
            Time zone: {cityOf(zone)} ({zoneName(zone)})
          </a>
          <a href={to('/account/password')}>Change password</a>
          <button type="button" onClick={() => void run(logOut)}>
            Log out
          </button>
        </Menu>
      </div>
      {error && (
        <p class="notice danger" role="alert">
          You are still logged in. {error.message}. Log out again when you are connected.
        </p>
      )}
    </header>
  );
};
