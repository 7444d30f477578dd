import type { Help, HelpKind } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { FieldError } from '../parts/field-error.tsx';
import { Form } from '../parts/form.tsx';
import type { Shape } from '../parts/icon.tsx';
import { Problem } from '../parts/problem.tsx';
import { Status } from '../parts/status.tsx';

const kinds: HelpKind[] = ['more_time', 'other_format', 'other'];

const shapes: Partial<Record<Help['status'], Shape>> = { sending: 'wait', sent: 'check' };

/** A request to the employer. It lies over the screen it was opened from. */
export const HelpView = ({ page, help }: OnPage & { help: Help }) => {
  const { dispatch, translator } = page;
  const { t } = translator;
  const { status, problem } = help;
  const isOpen = status !== 'sent';
  const isSilent = problem === 'helpMessageMissing';
  const wrong = problem && t(problem);
  return (
    <Form page={page} sends="help_send">
      {wrong && <Problem page={page} field={isSilent ? 'message' : 'more_time'} text={wrong} />}
      <h1>{t('askHelp')}</h1>
      <p>{t('helpIntro')}</p>
      {isOpen && (
        <>
          <fieldset>
            <legend>{t('helpKind')}</legend>
            {!isSilent && <FieldError page={page} text={wrong} />}
            {kinds.map((kind) => (
              <label class="check" key={kind}>
                <input
                  id={kind}
                  type="radio"
                  name="kind"
                  checked={help.kind === kind}
                  onChange={() => dispatch({ type: 'help_change', change: { kind } })}
                />
                {t(kind)}
              </label>
            ))}
          </fieldset>
          <div class="answer">
            <label for="message">{t('helpMessage')}</label>
            <p class="hint" id="hint">
              {t('helpMessageHint')}
            </p>
            {isSilent && <FieldError page={page} text={wrong} />}
            <textarea
              id="message"
              rows={4}
              maxLength={2_000}
              dir="auto"
              aria-describedby="hint wrong"
              aria-invalid={isSilent ? 'true' : undefined}
              value={help.message}
              onInput={({ currentTarget }) =>
                dispatch({ type: 'help_change', change: { message: currentTarget.value } })
              }
            />
          </div>
        </>
      )}
      <Status shape={shapes[status] ?? 'alert'}>{status !== 'writing' && t(status)}</Status>
      <div class="actions">
        {isOpen && (
          <button type="submit" class="btn primary">
            {t('helpSend')}
          </button>
        )}
        <ActionButton page={page} look="quiet" does={{ type: 'back' }}>
          {t('helpBack')}
        </ActionButton>
      </div>
    </Form>
  );
};
