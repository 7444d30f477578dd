import type { Help, HelpKind } from '../machine/state.ts';
import type { Page } from '../page.ts';
import { button } from '../parts/action-button.tsx';
import { fieldError } from '../parts/field-error.tsx';
import type { Shape } from '../parts/icon.tsx';
import { statusLine } from '../parts/status.tsx';
import { textField } from '../parts/text-field.tsx';

const kinds: HelpKind[] = ['more_time', 'other_format', 'other'];

const shapes: Partial<Record<Help['status'], Shape>> = { sending: 'wait', sent: 'check' };

/** A request to the employer. It lies over the screen it was opened from. */
export const helpScreen = (page: Page, help: Help) => {
  const { t } = page;
  const { status } = help;
  const isOpen = status !== 'sent';
  const isSilent = help.problem === 'helpMessageMissing';
  const change = (part: Partial<Help>) => page.dispatch({ type: 'help_change', change: part });
  return (
    <>
      <h1>{t('askHelp')}</h1>
      <p>{t('helpIntro')}</p>
      {isOpen && (
        <>
          <fieldset>
            <legend>{t('helpKind')}</legend>
            {!isSilent && fieldError(page)}
            {kinds.map((kind) => (
              <label class="check">
                <input
                  type="radio"
                  name="kind"
                  checked={help.kind === kind}
                  onChange={() => change({ kind })}
                />
                {t(kind)}
              </label>
            ))}
          </fieldset>
          {textField(page, {
            id: 'message',
            label: 'helpMessage',
            hint: 'helpMessageHint',
            isWrong: isSilent,
            rows: 4,
            maxLength: 2_000,
            value: help.message,
            type: (message) => change({ message }),
          })}
        </>
      )}
      {statusLine(shapes[status] ?? 'alert', status !== 'writing' && t(status))}
      <div class="actions">
        {isOpen && button(page, t('helpSend'))}
        {button(page, t('helpBack'), { type: 'back' })}
      </div>
    </>
  );
};
