import { copyOf } from '../copy/copy.ts';
import type { Screen } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Contact } from '../parts/contact.tsx';

type Closed = Extract<Screen, { name: 'closed' }>;

const words = {
  expired: ['expiredTitle', 'expiredText'],
  replaced: ['replacedTitle', 'replacedText'],
  unknown: ['unknownTitle', 'unknownText'],
  cancelled: ['cancelledTitle', 'cancelledText'],
} as const;

/** What happened and whom to ask. Nothing of the person is shown: the link proves nothing here. */
export const ClosedScreen = ({ page, screen }: OnPage & { screen: Closed }) => {
  const { save, speech, state } = page;
  const { say } = speech;
  const [title, text] = words[screen.reason];
  const time = screen.since ? speech.moment(screen.since) : '';
  return (
    <div class="sheet">
      <h1 tabIndex={-1}>{say(title)}</h1>
      <p>{say(text, { time })}</p>
      {state.writing?.text && (
        <section class="note">
          <p>{say('yourText')}</p>
          <button
            type="button"
            class="quiet"
            onClick={() =>
              save({ name: 'interview.txt', type: 'text/plain', text: copyOf(page, null) })
            }
          >
            {say('downloadAnswers')}
          </button>
        </section>
      )}
      <h2>{say('whomToAsk')}</h2>
      <Contact page={page} />
    </div>
  );
};
