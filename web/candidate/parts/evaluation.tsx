import type { Result } from '../api/replies.ts';
import type { OnPage } from '../page.ts';
import { Evidence } from './evidence.tsx';
import { Fold } from './fold.tsx';
import { TextSection } from './text-section.tsx';

/**
 * An evaluation with a score. One that is low is not met with: the strengths come first, and the score
 * is shown to whoever asks for it. The recommendation itself is for the people who decide.
 */
export const Evaluation = ({ page, result }: OnPage & { result: Result }) => {
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
        <Fold page={page} title={t('scoreShow')} texts={[words, number, t('scoreExplained')]} />
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
      <TextSection page={page} level="h3" title={t('strengths')} text={result.strengths} />
      <TextSection page={page} level="h3" title={t('areas')} text={result.areas_for_improvement} />
      <Evidence page={page} evidence={result.evidence} />
      {isLow && told}
    </>
  );
};
