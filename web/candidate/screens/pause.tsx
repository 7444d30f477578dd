import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Waiting } from '../parts/waiting.tsx';

type PauseProps = OnPage & { screen: ScreenOf<'loading' | 'finishing'> };

/**
 * Shown while there is nothing to do: the evaluation is being created, or loading takes long (until
 * then the previous content stays).
 */
export const Pause = ({ page, screen }: PauseProps) => {
  const { t, sending } = page;
  const { name } = screen;
  const doing = name === 'finishing' && t(sending.stage === 2 ? 'finishingLong' : name);
  return (
    <>
      <h1>{t(`${name}Title`)}</h1>
      <p>{t(`${name}Text`)}</p>
      <Waiting page={page} doing={doing} />
    </>
  );
};
