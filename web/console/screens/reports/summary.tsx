import { minutesOf } from '../../time.ts';
import { countOf, type Report, share } from './figures.ts';

const dollars = new Intl.NumberFormat('en', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 4,
});
export const money = (usd: number): string => dollars.format(usd);

const factsOf = ({ totals, scores, waiting_for_decision, answer_times }: Report) => {
  const { linked, completed, cost_usd } = totals;
  const part = share(completed, linked);
  const { median_s } = answer_times;
  return [
    [
      'Completed of invited',
      part === null ? 'None invited' : `${part}\u00a0%`,
      `${completed} of ${linked}`,
    ],
    ['Scored', String(countOf(scores)), `${completed} completed`],
    [
      'Median time to answer',
      median_s === null ? 'No answer' : `About ${minutesOf(median_s)} min`,
      `${countOf(answer_times.bands)} answers`,
    ],
    ['Waiting for a decision', String(waiting_for_decision), 'of those completed'],
    [
      'Cost',
      money(cost_usd),
      completed > 0 ? `${money(cost_usd / completed)} each completed` : 'none completed',
    ],
  ] as const;
};

/** A report in five numbers. */
export const Summary = ({ report }: { report: Report }) => (
  <dl class="strip">
    {factsOf(report).map(([term, value, more]) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>
          {value}
          <span class="meta">{more}</span>
        </dd>
      </div>
    ))}
  </dl>
);
