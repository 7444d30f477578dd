import type { Screen } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Facts } from '../parts/facts.tsx';
import { Problem } from '../parts/problem.tsx';
import { Status } from '../parts/status.tsx';
import { waitingSaid } from '../parts/waiting.ts';

/** What awaits the person, how AI is used, and the way in. */
export const Welcome = ({
  page,
  screen,
}: OnPage & { screen: Extract<Screen, { name: 'welcome' }> }) => {
  const { dispatch, speech, state } = page;
  const { say, notice } = speech;
  const info = state.opened;
  if (!info) return null;
  const { candidate_name, job_title, starts_at, ends_at, expires_at, notice: asked } = info;
  return (
    <div class="sheet">
      {screen.problem && <Problem page={page} field="agreed" text={say('agreementMissing')} />}
      <p class="caption">{say('hello', { name: candidate_name })}</p>
      <h1 tabIndex={-1}>{say('welcomeTitle', { role: job_title })}</h1>
      <Facts
        facts={[
          [say('questions'), speech.number(info.total_questions)],
          [say('about'), speech.duration(info.duration_minutes * 60_000)],
          [say('plannedFor'), speech.span(starts_at, ends_at)],
          [say('openUntil'), speech.moment(expires_at)],
          [say('zone'), speech.zone()],
        ]}
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
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          dispatch({ type: 'begin' });
        }}
      >
        {asked.required && (
          <label class={screen.problem ? 'check wrong' : 'check'}>
            <input
              id="agreed"
              type="checkbox"
              checked={state.agreed}
              aria-invalid={screen.problem ? 'true' : undefined}
              onChange={(event) => dispatch({ type: 'agree', agreed: event.currentTarget.checked })}
            />
            {say('agreement')}
          </label>
        )}
        <div class="actions">
          <button type="submit" class="primary">
            {say('begin')}
          </button>
          <button type="button" class="quiet" onClick={() => dispatch({ type: 'practise' })}>
            {say('tryPractice')}
          </button>
        </div>
        <Status said={waitingSaid(page, screen.sending, say('beginning'))} />
      </form>
    </div>
  );
};
