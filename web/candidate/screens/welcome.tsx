import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Deed } from '../parts/deed.tsx';
import { Facts } from '../parts/facts.tsx';
import { Form } from '../parts/form.tsx';
import { Problem } from '../parts/problem.tsx';
import { Waiting } from '../parts/waiting.tsx';

/** What awaits the person, how AI is used, and the way in. */
export const Welcome = ({ page, screen }: OnPage & { screen: ScreenOf<'welcome'> }) => {
  const { dispatch, speech, state } = page;
  const { say, notice } = speech;
  const { opened } = state;
  if (!opened) return null;
  return (
    <Form page={page} sends="begin">
      {screen.problem && <Problem page={page} field="agreed" text={say('agreementMissing')} />}
      <p class="caption">{say('hello', { name: opened.candidate_name })}</p>
      <h1>{say('welcomeTitle', { role: opened.job_title })}</h1>
      <Facts
        page={page}
        facts={{
          questions: speech.number(opened.total_questions),
          takes: speech.duration(opened.duration_minutes * 60_000),
          plannedFor: speech.span(opened.starts_at, opened.ends_at),
          openUntil: speech.moment(opened.expires_at),
          zone: speech.zone(),
        }}
      />
      <h2>{say('answeringTitle')}</h2>
      <p>{say('answeringText')}</p>
      <p>{say('savingText')}</p>
      <section class="note">
        <h2>{notice.heading}</h2>
        {notice.points.map(({ title, text }) => (
          <p key={title}>
            <strong>{title}</strong> {text}
          </p>
        ))}
      </section>
      {opened.notice.required && (
        <label class="check">
          <input
            id="agreed"
            type="checkbox"
            checked={state.agreed}
            aria-invalid={screen.problem ? 'true' : undefined}
            aria-describedby={screen.problem ? 'problem' : undefined}
            onChange={({ currentTarget }) =>
              dispatch({ type: 'agree', agreed: currentTarget.checked })
            }
          />
          {say('agreement')}
        </label>
      )}
      <div class="actions">
        <button type="submit" class="primary">
          {say('begin')}
        </button>
        <Deed page={page} look="quiet" does={{ type: 'practise' }}>
          {say('tryPractice')}
        </Deed>
      </div>
      <Waiting page={page} on={screen.sending} doing={say('beginning')} />
    </Form>
  );
};
