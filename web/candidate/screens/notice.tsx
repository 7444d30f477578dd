import { currentNotice } from '../../../shared/domain/notice/versions.ts';
import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { FieldError } from '../parts/field-error.tsx';
import { Form } from '../parts/form.tsx';
import { NoticePoints } from '../parts/notice-points.tsx';
import { Problem } from '../parts/problem.tsx';
import { Waiting } from '../parts/waiting.tsx';

/** How AI is used: read, and accepted, before the first question. */
export const Notice = ({ page, screen }: OnPage & { screen: ScreenOf<'notice'> }) => {
  const { dispatch, translator, state } = page;
  const { t, notice } = translator;
  const problem = screen.problem && t('agreementMissing');
  return (
    <Form page={page} sends="begin">
      {problem && <Problem page={page} field="agreed" text={problem} />}
      <p class="step">{t('noticeStep')}</p>
      <h1>{notice.heading}</h1>
      <NoticePoints points={notice.points} />
      <div class="answer">
        <FieldError page={page} text={problem} />
        <label class="check">
          <input
            id="agreed"
            type="checkbox"
            checked={state.agreed}
            aria-invalid={problem ? 'true' : undefined}
            aria-describedby={problem ? 'wrong' : undefined}
            onChange={({ currentTarget }) =>
              dispatch({ type: 'agree', agreed: currentTarget.checked })
            }
          />
          {t('agreement')}
        </label>
      </div>
      <div class="actions">
        <button type="submit" class="btn primary">
          {t('toQuestion')}
        </button>
        <ActionButton page={page} look="quiet" does={{ type: 'back' }}>
          {t('back')}
        </ActionButton>
      </div>
      <p class="meta">{t('noticeVersion', { version: currentNotice })}</p>
      <Waiting page={page} doing={t('beginning')} />
    </Form>
  );
};
