import { useState } from 'preact/hooks';
import { type Shown, Status } from '../../parts/status.tsx';
import { to } from '../../router.ts';
import type { Outcome, Plan } from './batches.ts';
import { inTheWords } from './import-words.ts';

const step = 100;

const shown = ({ interview_id, link, error, isOpen }: Outcome): Shown => {
  if (isOpen) return { word: 'Not finished', icon: 'progress', tone: 'warn' };
  if (!interview_id) return { word: 'Refused', icon: 'alert', tone: 'bad' };
  if (error) return { word: 'Created, without its link', icon: 'alert', tone: 'warn' };
  return { word: link ? 'Created, with its link' : 'Created', icon: 'check', tone: 'ok' };
};

/** Those that ask for something first, then all by row. */
const inOrder = (outcomes: ReadonlyMap<number, Outcome>) =>
  [...outcomes.values()].sort(
    (one, other) =>
      Number(other.error !== null) - Number(one.error !== null) || one.row - other.row,
  );

/** What became of each row. */
export const Results = ({
  plan,
  outcomes,
}: {
  plan: Plan;
  outcomes: ReadonlyMap<number, Outcome>;
}) => {
  const [most, setMost] = useState(step);
  const names = new Map(plan.rows.map(({ row, interview }) => [row, interview.candidate_name]));
  return (
    <section class="block-s" aria-labelledby="results">
      <h2 id="results">Rows</h2>
      <div class="card flush block-s">
        <table class="rows tight import results" role="table" aria-labelledby="results">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col" class="c-n num">
                Row
              </th>
              <th role="columnheader" scope="col">
                Name
              </th>
              <th role="columnheader" scope="col">
                Result
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {inOrder(outcomes)
              .slice(0, most)
              .map((outcome) => (
                <tr key={outcome.row} role="row" class="is-open">
                  <td role="cell" class="num c-n">
                    {outcome.row}
                  </td>
                  <th role="rowheader" scope="row" class="c-name">
                    {outcome.interview_id ? (
                      <a class="row-link" href={to(`/interviews/${outcome.interview_id}`)}>
                        <bdi>{names.get(outcome.row)}</bdi>
                      </a>
                    ) : (
                      <bdi>{names.get(outcome.row)}</bdi>
                    )}
                  </th>
                  <td role="cell" class="c-result">
                    <Status {...shown(outcome)} />
                    {outcome.error && <span class="why">{inTheWords(outcome.error)}</span>}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {outcomes.size > most && (
        <p class="block-s">
          <button type="button" class="btn" onClick={() => setMost(most + step)}>
            Show more of {outcomes.size}
          </button>
        </p>
      )}
    </section>
  );
};
