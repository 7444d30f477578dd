import { decisionWords, scoreWords } from '../copy/result-words.ts';
import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Answers } from '../parts/answers.tsx';
import { Demonstration } from '../parts/demonstration.tsx';
import { Evidence } from '../parts/evidence.tsx';
import { SaveCopy } from '../parts/save-copy.tsx';
import { TextSection } from '../parts/text-section.tsx';

/** The end: the result, what it is based on, who decides, and a copy to keep. */
export const Complete = ({ page, screen }: OnPage & { screen: ScreenOf<'complete'> }) => {
  const { t } = page.translator;
  const { result } = screen;
  const [words, number] = scoreWords(page, result);
  return (
    <div class="sheet">
      <h1>{t('completeTitle')}</h1>
      <Demonstration page={page} evaluator={result.evaluator} />
      <div class="score">
        <p>{words}</p>
        {number && <p class="number">{number}</p>}
      </div>
      <TextSection page={page} title={t('evaluation')} text={result.evaluation} />
      <TextSection page={page} title={t('strengths')} text={result.strengths} />
      <TextSection page={page} title={t('areas')} text={result.areas_for_improvement} />
      <Evidence page={page} evidence={result.evidence} />
      <section class="note">
        <h2>{t('decidesTitle')}</h2>
        {decisionWords(page, result).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <h2>{t('copyTitle')}</h2>
      <p>{t('copyText')}</p>
      <div class="actions">
        <SaveCopy page={page} result={result} />
        <ActionButton page={page} look="quiet" does={() => window.print()}>
          {t('print')}
        </ActionButton>
      </div>
      <Answers page={page} />
    </div>
  );
};
