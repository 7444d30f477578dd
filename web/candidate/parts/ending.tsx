import { resultOf } from '../machine/result.ts';
import type { Page } from '../page.ts';
import { answers } from './answers.tsx';
import { evaluationOf } from './evaluation.tsx';

/**
 * Thanks, what happens next, the evaluation or why there is none, and the answers. The result appears
 * in its place when it is ready; what is around it stays.
 */
export const ending = (page: Page) => {
  const { t, day, moment, brand, reference, session, opened, unsent } = page;
  if (!session || !opened) return null;
  const result = resultOf(page);
  const employer = brand?.employer_name ?? t('theEmployer');
  // Each question is asked once the one before it is answered.
  const last = session.responses.at(-1);
  const scored = result?.score != null && result;
  // What the names of the messages begin with.
  const stage = scored ? 'evaluation' : result ? 'noScore' : 'evaluating';
  const first =
    scored && scored.evaluator === 'offline' ? 'demonstration' : (`${stage}Text` as const);
  const next = [
    t('decides', { employer }),
    opened.decision_by && t('decisionBy', { date: day(opened.decision_by) }),
    opened.next_step,
    t(`${stage}Shows`, { time: moment(opened.expires_at) }),
  ];
  const about = [t(first, { employer }), result?.needs_human && t('needsHuman')];
  return (
    <>
      <h1>{t('thanksTitle', { name: opened.candidate_name })}</h1>
      {last && (
        <p>
          {t('received', {
            answered: session.responses.length,
            total: session.total_questions,
            time: moment(last.answered_at),
          })}
        </p>
      )}
      {unsent.length > 0 && <p>{t('unsentBelow')}</p>}
      <section>
        <h2>{t('nextTitle')}</h2>
        <ol class="next">
          {next.map(
            (text) =>
              text && (
                <li>
                  <bdi>{text}</bdi>
                </li>
              ),
          )}
        </ol>
      </section>
      <section class="rule" role="status">
        <h2>{t(`${stage}Title`)}</h2>
        {about.map((text) => text && <p class={scored ? 'meta' : ''}>{text}</p>)}
      </section>
      {scored && evaluationOf(page, scored)}
      {answers(page)}
      {result && (
        <section>
          <h2>{t('wrongTitle')}</h2>
          <p>
            {t(brand ? 'contest' : 'contestNoContact', {
              contact: brand?.contact_email ?? '',
              reference: reference?.slice(0, 8) ?? '',
            })}
          </p>
          <p>{t('contestRights')}</p>
        </section>
      )}
    </>
  );
};
