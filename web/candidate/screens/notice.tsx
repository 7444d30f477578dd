import { currentNotice } from '../../../shared/domain/notice/versions.ts';
import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { FieldError } from '../parts/field-error.tsx';
import { NoticePoints } from '../parts/notice-points.tsx';
import { Waiting } from '../parts/waiting.tsx';

/** How AI is used: read, and accepted, before the first question. */
export const Notice = ({ page, screen }: OnPage & { screen: ScreenOf<'notice'> }) => {
  const { t, notice, dispatch } = page;
  return (
    <>
      <p class="step">{t('noticeStep')}</p>
      <h1>{notice.heading}</h1>
      <NoticePoints points={notice.points} />
      <div class="answer">
        <FieldError page={page} />
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
        <ActionButton page={page} look="primary">
          {t('toQuestion')}
        </ActionButton>
        <ActionButton page={page} does={{ type: 'back' }}>
          {t('back')}
        </ActionButton>
      </div>
      <p class="meta">{t('noticeVersion', { version: currentNotice })}</p>
      <Waiting page={page} doing={t('beginning')} />
    </>
  );
};
