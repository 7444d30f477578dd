import { useLoaded } from '../../loading.ts';
import { Failure } from '../../parts/failure.tsx';
import { Page } from '../../parts/page.tsx';
import { ErrorSummary, wrongOf } from '../../parts/problem.tsx';
import { usePrinting } from '../../printing.ts';
import { usePlace } from '../../router.ts';
import { talaro } from '../../talaro.ts';
import { Competencies } from './competencies.tsx';
import { Costs } from './costs.tsx';
import { Days } from './days.tsx';
import { isEmpty, type Report } from './figures.ts';
import { Funnel } from './funnel.tsx';
import { type Period, periodIn } from './period.ts';
import { PeriodForm } from './period-form.tsx';
import { Scores } from './scores.tsx';
import { dayName } from './spans.ts';
import { Summary } from './summary.tsx';
import { Times } from './times.tsx';

const fields = { from: ['from', 'From'], to: ['to', 'Until'], kit_id: ['kit', 'Kit'] } as const;

const read = async ({ from, to, kit_id }: Period, signal: AbortSignal) => {
  const [report, kit] = await Promise.all([
    talaro.reportInterviews({ ...(from && { from }), to, ...(kit_id && { kit_id }) }, { signal }),
    kit_id ? talaro.getKit({ kit_id }, { signal }) : null,
  ]);
  return { report, kit };
};

const Sections = ({ report, names }: { report: Report; names: ReadonlyMap<string, string> }) => {
  const { from, to, kit_id } = report;
  const props = { report, period: { from, to, kit_id: kit_id ?? '' } };
  if (isEmpty(report)) {
    return (
      <p class="card" role="status">
        Nothing happened from {dayName(from)} to {dayName(to)}.
      </p>
    );
  }
  return (
    <>
      <Summary report={report} />
      <div class="cols two even">
        <Funnel {...props} />
        <Scores {...props} />
        <Competencies {...props} names={names} />
        <Times {...props} />
      </div>
      <div class="block-s">
        <Days {...props} />
      </div>
      <Costs {...props} />
    </>
  );
};

/** What happened to interviews in a period, as plots and tables. */
export const ReportsScreen = () => {
  const period = periodIn(usePlace().query);
  usePrinting();
  const { from, to, kit_id } = period;
  const { value, error, isLoading, reload } = useLoaded(
    (signal) => read(period, signal),
    [from, to, kit_id],
  );
  const wrong = error && error.issues.length > 0 ? wrongOf(error, fields) : [];
  const names = new Map(value?.kit?.competencies.map(({ id, name }) => [id, name]));
  const what = value?.kit?.job_title ?? 'Every kit';
  return (
    <Page
      title="Reports"
      hasError={wrong.length > 0}
      lede={
        value ? (
          <>
            <bdi>{what}</bdi>, {dayName(value.report.from)} to {dayName(value.report.to)}. Days are
            UTC.
          </>
        ) : (
          'Days are UTC.'
        )
      }
      actions={<PeriodForm period={period} kitTitle={value?.kit?.job_title} wrong={wrong} />}
    >
      <ErrorSummary wrong={wrong} />
      {error && wrong.length === 0 && <Failure error={error} retry={reload} />}
      {!error && (
        <div aria-busy={isLoading} class={value ? undefined : 'report-wait'}>
          {value && <Sections report={value.report} names={names} />}
        </div>
      )}
    </Page>
  );
};
