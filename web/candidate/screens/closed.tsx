import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Contact } from '../parts/contact.tsx';
import { SaveCopy } from '../parts/save-copy.tsx';

/** What happened and whom to ask. Nothing of the person is shown: the link proves nothing here. */
export const ClosedScreen = ({ page, screen }: OnPage & { screen: ScreenOf<'closed'> }) => {
  const { speech, state } = page;
  const { say } = speech;
  const { reason, since } = screen;
  return (
    <div class="sheet">
      <h1>{say(`${reason}Title`)}</h1>
      <p>{say(`${reason}Text`, { time: since && speech.moment(since) })}</p>
      {state.writing?.text && (
        <section class="note">
          <p>{say('yourText')}</p>
          <SaveCopy page={page} />
        </section>
      )}
      <h2>{say('whomToAsk')}</h2>
      <Contact page={page} />
    </div>
  );
};
