import { FigureTable } from './figure-table.tsx';
import { mostIn, timesOf } from './figures.ts';
import { Bar } from './plots.tsx';
import { ReportCard, type SectionProps } from './report-card.tsx';

/** How long answers took. */
export const Times = ({ report, period }: SectionProps) => {
  const figure = timesOf(report);
  const most = mostIn(figure);
  return (
    <ReportCard figure={figure} period={period}>
      <FigureTable figure={figure} plot={([value]) => <Bar value={value ?? 0} most={most} />} />
      <p class="meta">
        From the answer before, or the start, to Send, breaks included. The median above is from
        these bands.
      </p>
    </ReportCard>
  );
};
