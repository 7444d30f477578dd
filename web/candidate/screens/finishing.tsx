import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Waiting } from '../parts/waiting.tsx';

/** While the evaluation is made; after a while without the person. */
export const Finishing = ({
  page,
  screen,
}: OnPage & { screen: ScreenOf<'finishing' | 'evaluating'> }) => {
  const { say } = page.speech;
  if (screen.name === 'evaluating') {
    return (
      <div class="sheet">
        <h1>{say('completeTitle')}</h1>
        <p>{say('evaluatingText')}</p>
      </div>
    );
  }
  const { sending } = screen;
  const isLong = sending.phase === 'sending' && sending.stage === 2;
  return (
    <div class="sheet">
      <h1>{say('finishingTitle')}</h1>
      <p>{say('allSaved')}</p>
      <Waiting page={page} on={sending} doing={say(isLong ? 'finishingLong' : 'finishing')} />
    </div>
  );
};
