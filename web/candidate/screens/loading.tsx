import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Waiting } from '../parts/waiting.tsx';

/** Words only after a second: most of the time nobody sees them. */
export const Loading = ({ page, screen }: OnPage & { screen: ScreenOf<'loading'> }) => {
  const { slow, sending } = screen;
  const { say } = page.speech;
  return (
    <div class="sheet">
      {(slow || sending.phase === 'waiting') && <h1>{say('opening')}</h1>}
      <Waiting page={page} on={sending} doing={say('openingLong')} />
    </div>
  );
};
