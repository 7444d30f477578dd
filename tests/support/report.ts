import { InterviewReport } from '../../shared/contract/endpoints/report-interviews.ts';
import { competencyName, scoreName, timeName } from '../../shared/domain/counts.ts';
import { reportOf } from '../../shared/domain/report.ts';
import { id } from './records.ts';

const competencies = [
  'patient-safety',
  'prioritising',
  'speaking',
  '=HYPERLINK("https://evil.example")',
];

/** What was counted on the n-th day, different on each and none on Sundays. */
const countsOf = (date: string, n: number): ReadonlyMap<string, number> => {
  const linked = new Date(date).getUTCDay() === 0 ? 0 : 2 + ((n * 7) % 5);
  const completed = Math.max(0, linked - 1 - (n % 3 === 0 ? 1 : 0));
  const band = Math.min(9, Math.floor((((n * 7) % 11) + ((n * 5) % 7) + ((n * 3) % 5)) / 2));
  return new Map([
    ['linked', linked],
    ['opened', Math.max(0, linked - (n % 2))],
    ['started', Math.max(0, linked - 1)],
    ['completed', completed],
    ['expired', n % 4 === 0 ? 1 : 0],
    ['cancelled', n % 9 === 0 ? 1 : 0],
    ['waiting', n % 6 === 0 ? 1 : 0],
    ['micro_usd', linked * 3100],
    [scoreName(band), completed],
    [timeName(2 + Math.floor((((n * 5) % 7) + (n % 3)) / 2)), 5 * linked],
    ...competencies.map((name, at) => [competencyName(name, (band + at) % 10), completed] as const),
  ]);
};

/** A report of so many days up to 2026-11-25, as the API makes it; 0 of everything where it is empty. */
export const aReport = (length: number, { isEmpty = false, kit_id = '' } = {}): InterviewReport => {
  const days = Array.from({ length }, (_, n) =>
    new Date(Date.UTC(2026, 10, 26 - length + n)).toISOString().slice(0, 10),
  );
  const counted = new Map(days.map((date, n) => [date, countsOf(date, n)]));
  return InterviewReport.parse({
    from: days[0],
    to: days.at(-1),
    kit_id: kit_id || null,
    ...reportOf(days, isEmpty ? new Map() : counted),
  });
};

/** A kit whose competencies the report names, but for one. */
export const aKit = {
  kit_id: id(70),
  job_title: 'Registered Nurse, Acute Ward',
  competencies: [
    { id: 'patient-safety', name: 'Patient safety' },
    { id: 'prioritising', name: 'Prioritising under pressure' },
    { id: 'speaking', name: 'Speaking with patients and families' },
  ],
};
