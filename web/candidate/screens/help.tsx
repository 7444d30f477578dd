import type { Help, HelpKind } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Deed } from '../parts/deed.tsx';
import { Form } from '../parts/form.tsx';
import { Problem } from '../parts/problem.tsx';
import { Status } from '../parts/status.tsx';

const kinds: HelpKind[] = ['more_time', 'other_format', 'other'];

const shapes = { writing: 'check', sending: 'wait', failed: 'alert', sent: 'check' } as const;

/** A request to the employer. It lies over the screen it was opened from. */
export const HelpView = ({ page, help }: OnPage & { help: Help }) => {
  const { dispatch, speech } = page;
  const { say } = speech;
  const { status } = help;
  const isOpen = status !== 'sent';
  return (
    <Form page={page} sends="help_send">
      {help.problem && <Problem page={page} field="more_time" text={say('helpKindMissing')} />}
      <h1>{say('askHelp')}</h1>
      <p>{say('helpIntro')}</p>
      {isOpen && (
        <>
          <fieldset>
            <legend>{say('helpKind')}</legend>
            {kinds.map((kind) => (
              <label class="check" key={kind}>
                <input
                  id={kind}
                  type="radio"
                  name="kind"
                  checked={help.kind === kind}
                  onChange={() => dispatch({ type: 'help_change', change: { kind } })}
                />
                {say(kind)}
              </label>
            ))}
          </fieldset>
          <label for="message">{say('helpMessage')}</label>
          <p class="hint" id="hint">
            {say('helpMessageHint')}
          </p>
          <textarea
            id="message"
            rows={4}
            maxLength={2_000}
            dir="auto"
            aria-describedby="hint"
            value={help.message}
            onInput={({ currentTarget }) =>
              dispatch({ type: 'help_change', change: { message: currentTarget.value } })
            }
          />
        </>
      )}
      <Status shape={shapes[status]}>{status !== 'writing' && say(status)}</Status>
      <div class="actions">
        {isOpen && (
          <button type="submit" class="primary">
            {say('helpSend')}
          </button>
        )}
        <Deed page={page} look="quiet" does={{ type: 'back' }}>
          {say('helpBack')}
        </Deed>
      </div>
    </Form>
  );
};
