import { Limits, limitsInWords } from '../interview/reading/limits.tsx';
import { Numbers } from './figure-table.tsx';
import { countOf, scoresOf } from './figures.ts';
import { Columns } from './plots.tsx';
import { ReportCard, type SectionProps } from './report-card.tsx';

/** The scores of all interviews in bands. */
export const Scores = ({ report, period }: SectionProps) => {
  const figure = scoresOf(report);
  const counts = report.scores.map(({ count }) => count);
  const scored = countOf(report.scores);
  return (
    <ReportCard figure={figure} period={period}>
      <figure>
        <Columns
          id="scores-plot"
          title={`${scored} interviews by score in bands of ten; at most ${Math.max(...counts)} in one`}
          columns={report.scores.map(({ from, count }) => ({
            value: count,
            label: String(count),
            tick: from % 20 === 0 ? String(from) : '',
          }))}
          most={Math.max(1, ...counts)}
        >
          <Limits height={172} />
        </Columns>
      </figure>
      <p class="meta">
        {scored} scored. {limitsInWords}
      </p>
      <Numbers figure={figure} />
    </ReportCard>
  );
};
