import type { Draft } from '../api/replies.ts';
import type { OnPage } from '../page.ts';

/** The same answer, typed elsewhere: nothing is dropped before the person chose. */
export const OtherText = ({ page, other }: OnPage & { other: Draft }) => {
  const { dispatch, speech } = page;
  return (
    <section class="note" role="status">
      <h2>{speech.say('otherTitle')}</h2>
      <p>{speech.say('otherText')}</p>
      <details>
        <summary>{speech.say('otherShow')}</summary>
        <p class="written" dir="auto">
          {other.text}
        </p>
      </details>
      <div class="actions">
        <button type="button" class="quiet" onClick={() => dispatch({ type: 'keep_mine' })}>
          {speech.say('otherKeep')}
        </button>
        <button type="button" class="quiet" onClick={() => dispatch({ type: 'use_other' })}>
          {speech.say('otherUse')}
        </button>
      </div>
    </section>
  );
};
