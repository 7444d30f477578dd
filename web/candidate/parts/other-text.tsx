import type { Draft } from '../api/replies.ts';
import type { OnPage } from '../page.ts';
import { Deed } from './deed.tsx';

/** The same answer, typed elsewhere: nothing is dropped before the person chose. */
export const OtherText = ({ page, other }: OnPage & { other: Draft }) => {
  const { say } = page.speech;
  return (
    <section class="note" role="status">
      <h2>{say('otherTitle')}</h2>
      <p>{say('otherText')}</p>
      <details>
        <summary>{say('otherShow')}</summary>
        <p class="written" dir="auto">
          {other.text}
        </p>
      </details>
      <div class="actions">
        <Deed page={page} look="quiet" does={{ type: 'keep_mine' }}>
          {say('otherKeep')}
        </Deed>
        <Deed page={page} look="quiet" does={{ type: 'use_other' }}>
          {say('otherUse')}
        </Deed>
      </div>
    </section>
  );
};
