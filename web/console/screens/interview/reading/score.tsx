import { usePlace } from '../../../router.ts';
import { isDemonstration } from './concerns.ts';
import { MadeBy } from './made-by.tsx';
import { NeedsPerson } from './needs-person.tsx';
import { chosenOf, type Evaluation, type ReadingProps } from './read.ts';
import { ScorePlot } from './score-plot.tsx';
import { Versions } from './versions.tsx';

/** Who made the number and the text. */
const authorship = (evaluation: Evaluation): string => {
  if (isDemonstration(evaluation))
    return 'A demonstration without a language model. A person decides.';
  const { model_id } = evaluation.provenance;
  const text = model_id === 'none' ? 'No model wrote the text.' : 'AI wrote the text.';
  return `The number comes from rubric levels, by code. ${text} A person decides.`;
};

const Total = ({ score, recommendation }: Evaluation) =>
  score === null ? (
    <p class="big">
      <strong>No score</strong>
      <span class="meta">Needs a person</span>
    </p>
  ) : (
    <p class="big">
      <span class="num">{score}</span>
      <span class="meta">
        of 100
        <br />
        {recommendation}
      </span>
    </p>
  );

const Texts = ({ evaluation, lang }: { evaluation: Evaluation; lang: string }) => (
  <div class="stack-s">
    <p dir="auto" lang={lang}>
      {evaluation.evaluation}
    </p>
    {evaluation.strengths && (
      <p>
        <strong>Strengths.</strong> <bdi lang={lang}>{evaluation.strengths}</bdi>
      </p>
    )}
    {evaluation.areas_for_improvement && (
      <p>
        <strong>Could be stronger.</strong>{' '}
        <bdi lang={lang}>{evaluation.areas_for_improvement}</bdi>
      </p>
    )}
  </div>
);

/** The score of a completed interview, in each version of its evaluation; nothing before completion. */
export const ScoreCard = ({ interview, zone }: ReadingProps) => {
  const { query } = usePlace();
  const evaluation = chosenOf(interview, query);
  if (interview.status !== 'completed' || !evaluation) return null;
  const before = interview.evaluations[interview.evaluations.indexOf(evaluation) - 1] ?? null;
  return (
    <section class="card block-s" aria-labelledby="score">
      <div class="card-head">
        <h2 id="score">Score</h2>
        <p class="meta">{authorship(evaluation)}</p>
      </div>
      <Versions interview={interview} zone={zone} chosen={evaluation} before={before} />
      <div class="cols two score-cols">
        <div class="verdict">
          <Total {...evaluation} />
          <Texts evaluation={evaluation} lang={interview.language} />
        </div>
        <ScorePlot interview={interview} evaluation={evaluation} before={before} />
      </div>
      {evaluation.needs_human && <NeedsPerson interview={interview} evaluation={evaluation} />}
      <MadeBy
        act="Written"
        provenance={evaluation.provenance}
        zone={zone}
        at={evaluation.evaluated_at}
      />
    </section>
  );
};
