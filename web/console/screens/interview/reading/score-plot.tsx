import { type CompetencyRow, competencyRows } from './competencies.ts';
import { Limits, limits, limitsInWords } from './limits.tsx';
import { type Evaluation, type Interview, percent } from './read.ts';

const Scale = () => (
  <svg class="plot" height="18" aria-hidden="true">
    <text class="soft" x="0" y="14">
      0
    </text>
    {limits.map(([lowest]) => (
      <text key={lowest} class="soft mid" x={`${lowest}%`} y="14">
        {lowest}
      </text>
    ))}
    <text class="soft end" x="100%" y="14">
      100
    </text>
  </svg>
);

const Dot = ({ score, was }: Pick<CompetencyRow, 'score' | 'was'>) => (
  <svg class="plot dots" height="28" aria-hidden="true">
    <line class="axis" x1="0" x2="100%" y1="14" y2="14" />
    <Limits height={28} />
    {score !== null && <line class="stem" x1="0" x2={`${score}%`} y1="14" y2="14" />}
    {was != null && was !== score && <circle class="was" cx={`${was}%`} cy="14" r="5" />}
    {score !== null && <circle class="bar-1" cx={`${score}%`} cy="14" r="6" />}
  </svg>
);

const wasInWords = ({ score, was }: CompetencyRow) => {
  if (was === undefined || was === score) return null;
  return <span class="meta">{was === null ? 'before: no score' : `before: ${was}`}</span>;
};

const Row = (row: CompetencyRow) => (
  <tr>
    <th scope="row">
      <bdi>{row.name}</bdi>
      {row.unanswered > 0 && (
        <span class="meta">
          {row.unanswered === 1 ? '1 question' : `${row.unanswered} questions`} not answered
        </span>
      )}
    </th>
    <td class="num">{percent(row.weight)}</td>
    <td class="c-dot">
      <Dot {...row} />
    </td>
    <td class="num">
      <strong>{row.score ?? 'No score'}</strong>
      {wasInWords(row)}
    </td>
  </tr>
);

/** The score of each competency: the table is the plot. */
export const ScorePlot = ({
  interview,
  evaluation,
  before,
}: {
  interview: Interview;
  evaluation: Evaluation;
  before: Evaluation | null;
}) => (
  <div>
    <table class="rows plain tight scores" aria-label="Score per competency">
      <thead>
        <tr>
          <th scope="col">Competency</th>
          <th scope="col" class="num">
            Weight
          </th>
          <th scope="col" class="c-dot">
            <Scale />
            <span class="away">Plot</span>
          </th>
          <th scope="col" class="num">
            Score
          </th>
        </tr>
      </thead>
      <tbody>
        {competencyRows(interview, evaluation, before).map((row) => (
          <Row key={row.id} {...row} />
        ))}
      </tbody>
    </table>
    <p class="meta plot-note">
      {limitsInWords}
      {before && ` A ring is the score in version ${before.version}.`}
    </p>
  </div>
);
