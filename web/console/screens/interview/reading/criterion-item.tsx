import { Status } from '../../../parts/status.tsx';
import { placesOf } from './marks.ts';
import { needsPerson } from './outcome.ts';
import {
  type Criterion,
  criterionId,
  type Level,
  letterOf,
  levelIn,
  percent,
  readingIn,
} from './read.ts';
import type { RubricListProps } from './rubric-list.tsx';
import { whyNot } from './words.ts';

const Squares = ({ level }: { level: number }) => (
  <span class="level">
    <svg aria-hidden="true">
      {[1, 2, 3, 4, 5].map((step) => (
        <rect
          key={step}
          class={step <= level ? 'on' : undefined}
          x={0.5 + (step - 1) * 13.5}
          y="0.5"
          width="11"
          height="11"
          rx="2"
        />
      ))}
    </svg>
    Level {level}
  </span>
);

const LevelLine = ({ level, not_scored }: Level) =>
  level === null ? (
    <>
      <p>
        <Status {...needsPerson} word="No level" />
      </p>
      {not_scored && <p>{whyNot[not_scored]}</p>}
    </>
  ) : (
    <p>
      <Squares level={level} />
    </p>
  );

const Anchors = ({ criterion, isOpen }: { criterion: Criterion; isOpen: boolean }) => (
  <details open={isOpen}>
    <summary>The anchors, 1, 3 and 5</summary>
    <dl class="facts meta">
      {([1, 3, 5] as const).map((step) => (
        <>
          <dt>{step}</dt>
          <dd dir="auto">{criterion.anchors[step]}</dd>
        </>
      ))}
    </dl>
    <p class="meta" dir="auto">
      <strong>Evidence:</strong> {criterion.evidence_wanted.join('; ')}
    </p>
    {criterion.warning_signs?.length ? (
      <p class="meta" dir="auto">
        <strong>Warning signs:</strong> {criterion.warning_signs.join('; ')}
      </p>
    ) : null}
  </details>
);

/** The levels of one criterion in all evaluations, where they are not the same. */
const Others = ({ interview, evaluation, asked, criterion }: CriterionItemProps) => {
  const levels = interview.evaluations.map((one) => ({
    version: one.version,
    level: levelIn(readingIn(one, asked.question), criterion)?.level ?? null,
  }));
  if (new Set(levels.map(({ level }) => level)).size < 2) return null;
  const others = levels.filter(({ version }) => version !== evaluation?.version);
  return (
    <p class="meta">
      {others
        .map(({ version, level }) => `Version ${version}: ${level ? `level ${level}` : 'no level'}`)
        .join('; ')}
    </p>
  );
};

export interface CriterionItemProps extends RubricListProps {
  criterion: Criterion;
  index: number;
}

/** One criterion of a rubric with its level, why, and what the level means. */
export const CriterionItem = (props: CriterionItemProps) => {
  const { asked, answer, interview, reading, criterion, index } = props;
  const found = levelIn(reading, criterion);
  const { quotes = [], warning_signs = [], reason } = found ?? {};
  const lost = quotes.filter((quote) => placesOf(answer.response_text, quote).length === 0);
  return (
    <li id={criterionId(asked, index)} tabIndex={-1}>
      <div class="crit-line">
        <span class="letter">{letterOf(index)}</span>
        <h4 dir="auto">{criterion.name}</h4>
        <span class="meta num">{percent(criterion.weight)}</span>
      </div>
      {found && <LevelLine {...found} />}
      <Others {...props} />
      {reason && (
        <p dir="auto" lang={interview.language}>
          {reason}
        </p>
      )}
      {warning_signs.length > 0 && (
        <p class="against-line">
          <Status word="Warning sign quoted" icon="alert" tone="warn" />
          <span class="meta">level 2 at most</span>
        </p>
      )}
      {lost.map((quote) => (
        <blockquote key={quote} dir="auto">
          {quote}
        </blockquote>
      ))}
      <Anchors criterion={criterion} isOpen={warning_signs.length > 0} />
    </li>
  );
};
