import { decisionWords, scoreWords } from '../copy/result-words.ts';
import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Answers } from '../parts/answers.tsx';
import { Deed } from '../parts/deed.tsx';
import { Evidence } from '../parts/evidence.tsx';
import { Passage } from '../parts/passage.tsx';
import { SaveCopy } from '../parts/save-copy.tsx';

/** The end: what came out, what it rests on, who decides, and a copy to keep. */
export const Complete = ({ page, screen }: OnPage & { screen: ScreenOf<'complete'> }) => {
  const { say } = page.speech;
  const { result } = screen;
  const [words, number] = scoreWords(page, result);
  return (
    <div class="sheet">
      <h1>{say('completeTitle')}</h1>
      <div class="score">
        <p>{words}</p>
        {number && <p class="number">{number}</p>}
      </div>
      <Passage page={page} title={say('evaluation')} text={result.evaluation} />
      <Passage page={page} title={say('strengths')} text={result.strengths} />
      <Passage page={page} title={say('areas')} text={result.areas_for_improvement} />
      <Evidence page={page} evidence={result.evidence} />
      <section class="note">
        <h2>{say('decidesTitle')}</h2>
        {decisionWords(page, result).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <h2>{say('copyTitle')}</h2>
      <p>{say('copyText')}</p>
      <div class="actions">
        <SaveCopy page={page} result={result} />
        <Deed page={page} look="quiet" does={() => window.print()}>
          {say('print')}
        </Deed>
      </div>
      <Answers page={page} />
    </div>
  );
};
