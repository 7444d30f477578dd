import type { Result } from '../api/replies.ts';
import type { Page } from '../page.ts';
import { evidenceOf } from './evidence.tsx';
import { fold } from './fold.tsx';
import { textSection } from './text-section.tsx';

/**
 * An evaluation with a score. One that is low is not met with: the strengths come first, and the score
 * is shown to whoever asks for it. The recommendation itself is for the people who decide.
 */
export const evaluationOf = (page: Page, result: Result) => {
  const { t } = page;
  const { recommendation, score, evaluation } = result;
  const isLow = recommendation === 'No' || recommendation === 'Maybe';
  const words = recommendation && t(recommendation);
  const number = t('scoreOf', { score: score ?? '', max: 100 });
  const account = (
    <p lang={page.session?.language} dir="auto">
      {evaluation}
    </p>
  );
  const told = isLow ? (
    <section>
      <h3>{t('scoreTitle')}</h3>
      {account}
      <div class="folds">
        {fold(page, { title: t('scoreShow'), texts: [words, number, t('scoreExplained')] })}
      </div>
    </section>
  ) : (
    <>
      <div class="score">
        <p>{words}</p>
        <p class="num">{number}</p>
      </div>
      {account}
    </>
  );
  return (
    <>
      {!isLow && told}
      {textSection(page, 'h3', t('strengths'), result.strengths)}
      {textSection(page, 'h3', t('areas'), result.areas_for_improvement)}
      {evidenceOf(page, result.evidence)}
      {isLow && told}
    </>
  );
};
