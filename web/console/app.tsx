import { useEffect, useState } from 'preact/hooks';
import { type Account, accountOf } from './account.ts';
import { chooseZone, chosenZone } from './device.ts';
import { useLoaded } from './loading.ts';
import { Bar } from './parts/bar.tsx';
import { Failure } from './parts/failure.tsx';
import { Page } from './parts/page.tsx';
import { UnlessUnexpected } from './parts/unexpected.tsx';
import { forgetPlaces, match, usePlace } from './router.ts';
import { routes } from './routes.ts';
import { forgetPages } from './screens/interviews/pages.ts';
import { LogInScreen } from './screens/login/login.tsx';
import { SettingsContext } from './settings.ts';
import { logOut, onTokens, resume } from './talaro.ts';

const Screen = () => {
  const { path } = usePlace();
  for (const { path: pattern, screen: Matching } of routes) {
    const params = match(pattern, path);
    if (params) {
      return (
        <UnlessUnexpected key={path}>
          <Matching params={params} />
        </UnlessUnexpected>
      );
    }
  }
  return <Page title="There is nothing at this address" />;
};

/** The console: the login, or a screen below the bar. */
export const App = () => {
  const [account, setAccount] = useState<Account | null>(null);
  const [zone, setZone] = useState(chosenZone);
  useEffect(
    () =>
      onTokens((tokens) => {
        if (!tokens) {
          forgetPages();
          forgetPlaces();
        }
        setAccount(tokens && accountOf(tokens));
      }),
    [],
  );
  const resumed = useLoaded(() => resume().then(() => true), []);
  if (resumed.error) {
    return (
      <Page title="Talaro">
        <Failure error={resumed.error} retry={resumed.reload} />
      </Page>
    );
  }
  if (!resumed.value) return null;
  if (!account) return <LogInScreen />;
  return (
    <SettingsContext.Provider
      value={{
        account,
        zone,
        chooseZone: (chosen) => {
          chooseZone(chosen);
          setZone(chosen);
        },
        logOut,
      }}
    >
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <Bar />
      {/* Anew for another person, who may log in in another tab: what one has typed is not the other’s. */}
      <Screen key={account.user_id} />
    </SettingsContext.Provider>
  );
};
