import type { Screen } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Status } from '../parts/status.tsx';
import { waitingSaid } from '../parts/waiting.ts';

type Finish = Extract<Screen, { name: 'finishing' | 'evaluating' }>;

/** While the evaluation is made; after a while without the person. */
export const Finishing = ({ page, screen }: OnPage & { screen: Finish }) => {
  const { say } = page.speech;
  if (screen.name === 'evaluating') {
    return (
      <div class="sheet">
        <h1 tabIndex={-1}>{say('evaluatingTitle')}</h1>
        <p>{say('evaluatingText')}</p>
      </div>
    );
  }
  const { sending } = screen;
  const isLong = sending.phase === 'sending' && sending.stage === 2;
  return (
    <div class="sheet">
      <h1 tabIndex={-1}>{say('finishingTitle')}</h1>
      <p>{say('finishingText')}</p>
      <Status said={waitingSaid(page, sending, say(isLong ? 'finishingLong' : 'finishingTitle'))} />
      {sending.phase === 'waiting' && (
        <button type="button" class="quiet" onClick={() => page.dispatch({ type: 'try_now' })}>
          {say('tryNow')}
        </button>
      )}
    </div>
  );
};
