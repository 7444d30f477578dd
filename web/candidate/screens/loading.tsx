import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Waiting } from '../parts/waiting.tsx';

/** Drawn only when it takes long: until then what was there before stays. */
export const Loading = ({ page, screen }: OnPage & { screen: ScreenOf<'loading'> }) => (
  <div class="sheet">
    <h1>{page.speech.say('opening')}</h1>
    <p>{page.speech.say('openingLong')}</p>
    <Waiting page={page} on={screen.sending} doing="" />
  </div>
);
