import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Waiting } from '../parts/waiting.tsx';

/** Drawn only if loading takes long: until then the previous content stays. */
export const Loading = ({ page, screen }: OnPage & { screen: ScreenOf<'loading'> }) => (
  <>
    <h1>{page.t('opening')}</h1>
    <p>{page.t('openingLong')}</p>
    <Waiting page={page} on={screen.sending} doing="" />
  </>
);
