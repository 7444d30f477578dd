import type { InterviewDetail } from '../../../../shared/contract/endpoints/get-interview.ts';
import { anInterviewRead, anUnscoredInterview } from '../../../support/interview-read.ts';
import { aKit, aReport } from '../../../support/report.ts';
import { type ConsoleScene, openLoggedIn } from './scene.ts';

/** A completed interview as the API might give it: models that the local stack does not have read it. */
const read = (name: string, interview: InterviewDetail, query = ''): ConsoleScene => ({
  name,
  play: async (page, stage) => {
    const { interview_id } = interview;
    await page.route(`**/api/interviews/${interview_id}/`, (route) =>
      route.fulfill({ json: interview }),
    );
    await openLoggedIn(page, stage, `/interviews/${interview_id}${query}`);
    await page.getByRole('heading', { name: 'Answers' }).waitFor();
  },
});

const report = (name: string, days: number, isEmpty: boolean, shows: string): ConsoleScene => ({
  name,
  play: async (page, stage) => {
    const { kit_id } = aKit;
    await page.route('**/api/reports/interviews/?*', (route) =>
      route.fulfill({ json: aReport(days, { kit_id, isEmpty }) }),
    );
    await page.route(`**/api/interview-kits/${kit_id}/`, (route) => route.fulfill({ json: aKit }));
    await openLoggedIn(page, stage, `/reports?kit=${kit_id}&from=2026-09-01&to=2026-11-25`);
    await page.getByText(shows).first().waitFor();
  },
});

/** The score of an interview, its answers, and reports. */
export const readingScenes: readonly ConsoleScene[] = [
  read('interview-versions', anInterviewRead()),
  read('interview-first-version', anInterviewRead(), '?evaluation=1'),
  read('interview-without-score', anUnscoredInterview()),
  report('reports', 86, false, 'Patient safety'),
  report('reports-empty', 86, true, 'Nothing happened'),
];
