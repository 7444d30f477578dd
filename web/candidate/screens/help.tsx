import type { Help, HelpKind } from '../machine/state.ts';
import type { OnPage, Page } from '../page.ts';
import { Problem } from '../parts/problem.tsx';
import { type Said, Status } from '../parts/status.tsx';

const kinds: [HelpKind, 'helpMoreTime' | 'helpOtherFormat' | 'helpOther'][] = [
  ['more_time', 'helpMoreTime'],
  ['other_format', 'helpOtherFormat'],
  ['other', 'helpOther'],
];

const helpSaid = ({ speech }: Page, { status }: Help): Said | null => {
  if (status === 'sending') return { shape: 'wait', text: speech.say('helpSending') };
  if (status === 'failed') return { shape: 'alert', text: speech.say('helpFailed') };
  return status === 'sent' ? { shape: 'check', text: speech.say('helpSent') } : null;
};

/** A request to the employer. It lies over the screen it was opened from. */
export const HelpView = ({ page, help }: OnPage & { help: Help }) => {
  const { dispatch, speech } = page;
  const { say } = speech;
  return (
    <form
      class="sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        dispatch({ type: 'help_send' });
      }}
    >
      {help.problem && <Problem page={page} field="more_time" text={say('helpKindMissing')} />}
      <h1 tabIndex={-1}>{say('helpTitle')}</h1>
      <p>{say('helpIntro')}</p>
      {help.status !== 'sent' && (
        <>
          <fieldset>
            <legend>{say('helpKind')}</legend>
            {kinds.map(([kind, key]) => (
              <label class="check" key={kind}>
                <input
                  id={kind}
                  type="radio"
                  name="kind"
                  checked={help.kind === kind}
                  onChange={() => dispatch({ type: 'help_change', change: { kind } })}
                />
                {say(key)}
              </label>
            ))}
          </fieldset>
          <label for="message">{say('helpMessage')}</label>
          <p class="hint" id="message-hint">
            {say('helpMessageHint')}
          </p>
          <textarea
            id="message"
            rows={4}
            maxLength={2_000}
            dir="auto"
            aria-describedby="message-hint"
            value={help.message}
            onInput={(event) =>
              dispatch({ type: 'help_change', change: { message: event.currentTarget.value } })
            }
          />
        </>
      )}
      <Status said={helpSaid(page, help)} />
      <div class="actions">
        {help.status !== 'sent' && (
          <button type="submit" class="primary">
            {say('helpSend')}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => dispatch({ type: 'back' })}>
          {say('helpBack')}
        </button>
      </div>
    </form>
  );
};
