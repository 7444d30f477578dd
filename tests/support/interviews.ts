import { needsLogin } from '../../shared/contract/endpoint-row.ts';
import { type Candidate, endpointNames, type Recruiter, type Reply, rows } from './client.ts';
import type { TestStack } from './stack.ts';

const minute = 60_000;

/** A moment so many minutes from now, as clients send it. */
export const inMinutes = (minutes: number): string =>
  new Date(Date.now() + minutes * minute).toISOString();

/** What a recruiter sends for an interview of three questions that is open now. */
export const newInterview = (over: object = {}) => ({
  candidate_name: 'Ngozi Adeyemi',
  candidate_email: 'ngozi.adeyemi@example.com',
  job_title: 'Backend Engineer',
  job_description:
    'Design HTTP services in TypeScript and Python. Model data in PostgreSQL. Automated tests, code review and on-call. Explain trade-offs to support.',
  resume_text: 'Five years at a shipping company: route planning, nightly imports, two releases.',
  ai_interview_type: 'technical',
  starts_at: inMinutes(-1),
  question_count: 3,
  ...over,
});

/** What a recruiter sends for the kit of that job. */
export const newKit = (over: object = {}) => {
  const { job_title, job_description, ai_interview_type, question_count } = newInterview();
  return { job_title, job_description, ai_interview_type, question_count, ...over };
};

/** An answer with something in it, another one for each n. */
export const anAnswer = (n: number): string =>
  `In case ${n} I measured the slow query with EXPLAIN ANALYZE, found that an index was missing, wrote a test that failed, and added the index in a migration because reads were 50 times as frequent as writes. The latency fell from 900 ms to 80 ms, and I explained the cost to the support team.`;

/** Schedules an interview and makes its link. */
export const invite = async (
  { api }: Pick<TestStack, 'api'>,
  recruiter: Recruiter,
  over: object = {},
): Promise<Candidate> => {
  const { interview_id } = (await recruiter.create(newInterview(over))).ok();
  return api.candidate((await recruiter.generate(interview_id)).ok());
};

/** A candidate who has started, with the questions; `sent` goes along with the start. */
export const begin = async (
  stack: Pick<TestStack, 'api'>,
  recruiter: Recruiter,
  over: object = {},
  sent: object = {},
) => {
  const candidate = await invite(stack, recruiter, over);
  const { questions } = (await candidate.start(sent)).ok();
  return { ...candidate, questions };
};

/** Answers all questions that are asked, follow-ups too. */
export const answerAll = async (candidate: Candidate): Promise<void> => {
  const { answered_questions } = (await candidate.start()).ok();
  for (let n = answered_questions + 1; ; n++) {
    const { next_question } = (await candidate.submit(anAnswer(n))).ok();
    if (next_question === null) return;
  }
};

/** A candidate who has answered everything and completed. */
export const finish = async (
  stack: Pick<TestStack, 'api'>,
  recruiter: Recruiter,
  over: object = {},
  sent: object = {},
) => {
  const candidate = await begin(stack, recruiter, over, sent);
  await answerAll(candidate);
  const result = (await candidate.complete()).ok();
  return { ...candidate, result };
};

/** The rows that a link token opens, each called with this candidate's ids and token. */
export const candidateCalls = (
  candidate: Candidate,
  question_id: string,
): readonly (readonly [name: string, call: () => Promise<Reply>])[] => [
  ['open', () => candidate.open()],
  ['view', () => candidate.view()],
  ['start', () => candidate.start()],
  ['draft', () => candidate.draft(question_id, 'half a sentence', 1)],
  ['submit', () => candidate.submit('An answer by nobody.', question_id)],
  // Before the end, after which nothing can be asked.
  ['accommodation', () => candidate.ask('More time, please.')],
  ['complete', () => candidate.complete()],
];

/** The names of the rows that take an access token. */
export const recruiterRows = endpointNames.filter((name) => needsLogin(rows[name].access));
