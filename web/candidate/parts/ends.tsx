import { isUnderWay } from '../machine/stage.ts';
import type { Page } from '../page.ts';
import { button } from './action-button.tsx';

/** Says twice that the link will end. The live region is there from the beginning. */
export const endNotice = (page: Page) => {
  const { t, moment, time, duration, ends, help, opened } = page;
  const until = opened?.expires_at ?? '';
  return (
    <div role="status">
      {ends.told > 0 && isUnderWay(page) && (
        <section class="notice" key={ends.at}>
          <h2>{t('endsTitle', { time: moment(until) })}</h2>
          <p>
            {t('endsText', {
              now: time(ends.at),
              duration: duration(
                Math.max(Math.round((Date.parse(until) - ends.at) / 60_000), 1) * 60_000,
              ),
            })}
          </p>
          {!help && button(page, t('moreTime'), { type: 'help_open', kind: 'more_time' }, 'plain')}
        </section>
      )}
    </div>
  );
};
