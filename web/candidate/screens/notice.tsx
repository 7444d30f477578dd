import { currentNotice } from '../../../shared/domain/notice/versions.ts';
import type { ScreenOf } from '../machine/state.ts';
import type { Page } from '../page.ts';
import { button } from '../parts/action-button.tsx';
import { fieldError } from '../parts/field-error.tsx';
import { noticePoints } from '../parts/notice-points.tsx';
import { waiting } from '../parts/waiting.tsx';

/** How AI is used: read, and accepted, before the first question. */
export const noticeScreen = (page: Page, screen: ScreenOf<'notice'>) => {
  const { t, notice, dispatch } = page;
  return (
    <>
      <p class="step">{t('noticeStep')}</p>
      <h1>{notice.heading}</h1>
      {noticePoints(notice.points)}
      <div class="answer">
        {fieldError(page)}
        <label class="check">
          <input
            type="checkbox"
            checked={page.agreed}
            aria-invalid={!!screen.problem || undefined}
            aria-describedby="wrong"
            onChange={({ currentTarget }) =>
              dispatch({ type: 'agree', agreed: currentTarget.checked })
            }
          />
          {t('agreement')}
        </label>
      </div>
      <div class="actions">
        {button(page, t('toQuestion'))}
        {button(page, t('back'), { type: 'back' })}
      </div>
      <p class="meta">{t('noticeVersion', { version: currentNotice })}</p>
      {waiting(page, t('beginning'))}
    </>
  );
};
