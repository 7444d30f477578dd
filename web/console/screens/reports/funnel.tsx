import { FigureTable } from './figure-table.tsx';
import { funnelOf, mostIn } from './figures.ts';
import { Bar } from './plots.tsx';
import { ReportCard, type SectionProps } from './report-card.tsx';

/** How many came how far. */
export const Funnel = ({ report, period }: SectionProps) => {
  const figure = funnelOf(report);
  const most = mostIn(figure);
  return (
    <ReportCard figure={figure} period={period}>
      <FigureTable
        figure={figure}
        plot={([value]) => <Bar value={value ?? 0} most={most} />}
        apart={4}
      />
      <p class="meta">
        Each interview counts in the days on which it happened, so that more can be completed than
        invited. Opened means opened by a person on the page, not a link that a mail program loaded.
      </p>
    </ReportCard>
  );
};
