import { Numbers } from './figure-table.tsx';
import { costOf } from './figures.ts';
import { Columns } from './plots.tsx';
import { ReportCard, type SectionProps } from './report-card.tsx';
import { dayName, roundAbove, spansOf, sumOf, unitOf } from './spans.ts';
import { money } from './summary.tsx';

/** So many columns have their day below. */
const ticks = 4;

/** What was paid for, by day or week. */
export const Costs = ({ report, period }: SectionProps) => {
  const figure = costOf(report);
  const spans = spansOf(report.days);
  const costs = spans.map((span) => sumOf(span, 'cost_usd'));
  const most = roundAbove(Math.max(...costs));
  const every = Math.ceil(spans.length / ticks);
  const unit = unitOf(report.days);
  const title = `Cost per ${unit} in dollars, at most ${money(Math.max(...costs))}`;
  if (report.totals.cost_usd === 0) {
    return (
      <ReportCard figure={figure} period={period} isWide>
        <p>Nothing was paid for in this period.</p>
      </ReportCard>
    );
  }
  return (
    <ReportCard figure={figure} period={period} isWide>
      <figure class="scaled">
        <svg class="plot" height="198" aria-hidden="true">
          {[0, 0.5, 1].map((part) => (
            <text key={part} class="soft" x="0" y={177 - 150 * part}>
              {money(most * part)}
            </text>
          ))}
        </svg>
        <Columns
          id="cost-plot"
          title={title}
          most={most}
          columns={spans.map(({ name }, index) => ({
            value: costs[index] ?? 0,
            // Without the day of the week, or they would touch on a phone.
            tick: index % every === 0 ? name.replace(/^\S+ /, '') : '',
          }))}
        >
          {[22.5, 97.5].map((y) => (
            <line key={y} class="axis" x1="0" x2="100%" y1={y} y2={y} />
          ))}
        </Columns>
      </figure>
      <p class="meta">
        Per {unit}, at list prices: questions, reading, evaluating and voice. Writing a kit is not
        in it.
      </p>
      <Numbers figure={figure} nameOf={dayName} />
    </ReportCard>
  );
};
