import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Waiting } from '../parts/waiting.tsx';

/** Words only after a second: most of the time nobody sees them. */
export const Loading = ({ page, screen }: OnPage & { screen: ScreenOf<'loading'> }) => (
  <div class="sheet">
    <h1 tabIndex={-1}>{screen.slow && page.speech.say('opening')}</h1>
    <Waiting page={page} on={screen.sending} doing={page.speech.say('openingLong')} />
  </div>
);
