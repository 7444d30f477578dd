import { useEffect, useState } from 'preact/hooks';
import { type Account, logOut, resume } from './account.ts';
import { chooseZone, chosenZone, lastEmail } from './device.ts';
import { useLoaded } from './loading.ts';
import { Bar } from './parts/bar.tsx';
import { Failure } from './parts/failure.tsx';
import { Page } from './parts/page.tsx';
import { match, usePlace } from './router.ts';
import { routes } from './routes.ts';
import { LogInScreen } from './screens/login/login.tsx';
import { SettingsContext } from './settings.ts';
import { onLoggedOut } from './talaro.ts';

const Screen = () => {
  const { path } = usePlace();
  for (const { path: pattern, screen: Matching } of routes) {
    const params = match(pattern, path);
    if (params) return <Matching key={path} params={params} />;
  }
  return <Page title="There is nothing at this address" />;
};

/** The console: the login, or a screen below the bar. */
export const App = () => {
  const [account, setAccount] = useState<Account | null>(null);
  const [zone, setZone] = useState(chosenZone);
  const resumed = useLoaded(async () => {
    const found = await resume(lastEmail());
    setAccount(found);
    return true;
  }, []);
  useEffect(() => onLoggedOut(() => setAccount(null)), []);
  if (resumed.error) {
    return (
      <Page title="Talaro">
        <Failure error={resumed.error} retry={resumed.reload} />
      </Page>
    );
  }
  if (!resumed.value) return null;
  if (!account) return <LogInScreen onLogIn={setAccount} />;
  return (
    <SettingsContext.Provider
      value={{
        account,
        zone,
        chooseZone: (chosen) => {
          chooseZone(chosen);
          setZone(chosen);
        },
        logOut: async () => {
          await logOut();
          setAccount(null);
        },
      }}
    >
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <Bar />
      <Screen />
    </SettingsContext.Provider>
  );
};
