import type { ScreenOf } from '../machine/state.ts';
import type { Page } from '../page.ts';
import { waiting } from '../parts/waiting.tsx';

/**
 * Shown while there is nothing to do: the evaluation is being created, or loading takes long (until
 * then the previous content stays).
 */
export const pauseScreen = (page: Page, screen: ScreenOf<'loading' | 'finishing'>) => {
  const { t, sending } = page;
  const { name } = screen;
  return (
    <>
      <h1>{t(`${name}Title`)}</h1>
      <p>{t(`${name}Text`)}</p>
      {waiting(page, name === 'finishing' && t(sending.stage === 2 ? 'finishingLong' : name))}
    </>
  );
};
