import { concernsOf } from './concerns.ts';
import type { Evaluation, Interview } from './read.ts';

/** Why an evaluation needs a person, each reason with the way to its answer. */
export const NeedsPerson = ({
  interview,
  evaluation,
}: {
  interview: Interview;
  evaluation: Evaluation;
}) => (
  <div class="notice warn">
    <h3>Needs a person</h3>
    <ul>
      {concernsOf(interview, evaluation).map(({ text, where }) => (
        <li key={`${where?.id} ${text}`}>
          <bdi>{text}</bdi> {where && <a href={`#${where.id}`}>See {where.name}</a>}
        </li>
      ))}
    </ul>
  </div>
);
