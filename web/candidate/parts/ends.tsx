import { isUnderWay } from '../machine/stage.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from './action-button.tsx';

/** Says twice that the link will end. The live region is there from the beginning. */
export const Ends = ({ page }: OnPage) => {
  const { t, moment, time, duration, ends, help, opened } = page;
  const until = opened?.expires_at ?? '';
  const minutes = Math.round((Date.parse(until) - ends.at) / 60_000);
  return (
    <div role="status">
      {ends.told > 0 && isUnderWay(page) && (
        <section class="notice" key={ends.at}>
          <h2>{t('endsTitle', { time: moment(until) })}</h2>
          <p>
            {t('endsText', {
              now: time(ends.at),
              duration: duration(minutes * 60_000),
            })}
          </p>
          {!help && (
            <ActionButton page={page} look="link" does={{ type: 'help_open', kind: 'more_time' }}>
              {t('moreTime')}
            </ActionButton>
          )}
        </section>
      )}
    </div>
  );
};
