import { FigureTable } from './figure-table.tsx';
import { competenciesOf } from './figures.ts';
import { Spark } from './plots.tsx';
import { ReportCard, type SectionProps } from './report-card.tsx';

/** The scores of each competency in bands; `names` are those of a kit, by id. */
export const Competencies = ({
  report,
  period,
  names,
}: SectionProps & { names: ReadonlyMap<string, string> }) => {
  const figure = competenciesOf(report, names);
  const bands = report.scores.length;
  return (
    <ReportCard figure={figure} period={period}>
      {figure.rows.length > 0 ? (
        <FigureTable
          figure={figure}
          plot={(numbers) => <Spark values={numbers.slice(0, bands).map((one) => one ?? 0)} />}
          plotHead="0 to 100"
          last={1}
        />
      ) : (
        <p>No competency has a score in this period.</p>
      )}
      <p class="meta">
        In bands of ten points; each row is drawn to its own highest band.{' '}
        {!period.kit_id &&
          'Competencies of different kits can share an id, so that they are shown by it; choose a kit for their names.'}
      </p>
    </ReportCard>
  );
};
