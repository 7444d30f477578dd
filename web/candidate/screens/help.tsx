import type { Help, HelpKind } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { FieldError } from '../parts/field-error.tsx';
import type { Shape } from '../parts/icon.tsx';
import { Status } from '../parts/status.tsx';
import { TextField } from '../parts/text-field.tsx';

const kinds: HelpKind[] = ['more_time', 'other_format', 'other'];

const shapes: Partial<Record<Help['status'], Shape>> = { sending: 'wait', sent: 'check' };

/** A request to the employer. It lies over the screen it was opened from. */
export const HelpView = ({ page, help }: OnPage & { help: Help }) => {
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
            {!isSilent && <FieldError page={page} />}
            {kinds.map((kind) => (
              <label class="check" key={kind}>
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
          <TextField
            page={page}
            id="message"
            label="helpMessage"
            hint="helpMessageHint"
            isWrong={isSilent}
            rows={4}
            maxLength={2_000}
            value={help.message}
            type={(message) => change({ message })}
          />
        </>
      )}
      <Status shape={shapes[status] ?? 'alert'}>{status !== 'writing' && t(status)}</Status>
      <div class="actions">
        {isOpen && (
          <ActionButton page={page} look="primary">
            {t('helpSend')}
          </ActionButton>
        )}
        <ActionButton page={page} does={{ type: 'back' }}>
          {t('helpBack')}
        </ActionButton>
      </div>
    </>
  );
};
