import { Numbers } from './figure-table.tsx';
import { daysOf, happenings } from './figures.ts';
import { Spark } from './plots.tsx';
import { ReportCard, type SectionProps } from './report-card.tsx';
import { dayName, spansOf, sumOf, unitOf } from './spans.ts';

/** What happened when. */
export const Days = ({ report, period }: SectionProps) => {
  const figure = daysOf(report);
  const spans = spansOf(report.days);
  const unit = unitOf(report.days);
  return (
    <ReportCard figure={figure} period={period}>
      <table class="rows plain tight barred broad" aria-labelledby="days">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" class="c-bar">
              {spans[0]?.name} to {dayName(report.to)}
            </th>
            <th scope="col" class="num">
              Most in a {unit}
            </th>
          </tr>
        </thead>
        <tbody>
          {happenings.map(([key, word]) => (
            <tr key={key}>
              <th scope="row">{word}</th>
              <td class="c-bar">
                <Spark values={spans.map((span) => sumOf(span, key))} />
              </td>
              <td class="num">{Math.max(0, ...spans.map((span) => sumOf(span, key)))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="meta">
        A column for each {unit}; each row is drawn to its own highest {unit}.
      </p>
      <Numbers figure={figure} nameOf={dayName} />
    </ReportCard>
  );
};
