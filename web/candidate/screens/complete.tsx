import { copyOf } from '../copy/copy.ts';
import { scoreWords } from '../copy/score-words.ts';
import type { Screen } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Answers } from '../parts/answers.tsx';
import { Evidence } from '../parts/evidence.tsx';

/** The end: what came out, what it rests on, who decides, and a copy to keep. */
export const Complete = ({
  page,
  screen,
}: OnPage & { screen: Extract<Screen, { name: 'complete' }> }) => {
  const { brand, save, speech, state } = page;
  const { say } = speech;
  const { result } = screen;
  const written = { lang: state.session?.language, dir: 'auto' as const, class: 'written' };
  const words = scoreWords(result.recommendation);
  const employer = brand?.employer_name ?? say('theEmployer');
  const contact = brand?.contact_email ?? '';
  return (
    <div class="sheet">
      <h1 tabIndex={-1}>{say('completeTitle')}</h1>
      {result.score === null || !words ? (
        <p>{say('noScore')}</p>
      ) : (
        <div class="score">
          <p>{say(words)}</p>
          <p class="number">{say('scoreOf', { score: result.score })}</p>
        </div>
      )}
      {result.evaluation && (
        <>
          <h2>{say('evaluation')}</h2>
          <p {...written}>{result.evaluation}</p>
        </>
      )}
      {result.strengths && (
        <>
          <h2>{say('strengths')}</h2>
          <p {...written}>{result.strengths}</p>
        </>
      )}
      {result.areas_for_improvement && (
        <>
          <h2>{say('areas')}</h2>
          <p {...written}>{result.areas_for_improvement}</p>
        </>
      )}
      <Evidence page={page} evidence={result.evidence} />
      <section class="note">
        <h2>{say('decidesTitle')}</h2>
        <p>{say(result.evaluator === 'offline' ? 'byProgram' : 'byAi', { employer })}</p>
        {result.needs_human && <p>{say('needsHuman')}</p>}
        <p>{say(brand ? 'contest' : 'contestNoContact', { contact })}</p>
      </section>
      <h2>{say('copyTitle')}</h2>
      <p>{say('copyText')}</p>
      <div class="actions unprinted">
        <button
          type="button"
          class="quiet"
          onClick={() =>
            save({ name: 'interview.txt', type: 'text/plain', text: copyOf(page, result) })
          }
        >
          {say('download')}
        </button>
        <button type="button" class="quiet" onClick={page.print}>
          {say('print')}
        </button>
      </div>
      <Answers page={page} />
    </div>
  );
};
