#!/usr/bin/env node
// Calls Talaro as a client of the older guide does.
//   node examples/quick-link.mjs                 log in, create an interview and its link, print it
//   node examples/quick-link.mjs --interview ID  the same for an existing interview
//   node examples/quick-link.mjs --full          a whole interview, including the usual errors
// Needs Node 18 or later and nothing else.
import { parseArgs } from 'node:util';

const readOptions = () => {
  try {
    return parseArgs({
      options: {
        url: { type: 'string' },
        'base-url': { type: 'string' },
        email: { type: 'string', default: process.env.TALARO_EMAIL ?? 'admin@example.com' },
        password: { type: 'string', default: process.env.TALARO_PASSWORD ?? 'admin123' },
        interview: { type: 'string' },
        full: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${error.message}. See --help`);
    process.exit(2);
  }
};
const options = readOptions();
const url =
  options.url ?? options['base-url'] ?? process.env.TALARO_BASE_URL ?? 'http://localhost:8000';

if (options.help) {
  console.log(`Usage: node examples/quick-link.mjs [options]
  --base-url URL   where Talaro runs, also --url  (http://localhost:8000, or TALARO_BASE_URL)
  --email ADDRESS  account to log in with  (admin@example.com, or TALARO_EMAIL)
  --password TEXT  its password            (admin123, or TALARO_PASSWORD)
  --interview ID   create the link of this interview instead of a new one
  --full           a whole interview, including the usual errors`);
  process.exit(0);
}

const api = `${url.replace(/\/+$/, '')}/api`;
let access;

async function call(method, path, body, { token = access } = {}) {
  const response = await fetch(`${api}${path}`, {
    method,
    headers: {
      accept: 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

async function ok(method, path, body) {
  const answer = await call(method, path, body);
  if (answer.status >= 300) {
    throw new Error(`${method} ${path} returned ${answer.status}: ${answer.body.error}`);
  }
  return answer.body;
}

let refusals = 0;
async function refused(what, expected, answer) {
  const { status, body } = await answer;
  const got = `${status} ${body.code}`;
  if (got !== expected) throw new Error(`${what}: expected ${expected}, got ${got}`);
  refusals++;
  console.log(`  refused, as expected: ${what} (${got})`);
}

const logIn = async () => {
  const { email, password } = options;
  ({ access } = await ok('POST', '/auth/login/', { email, password }));
};

const inMinutes = (minutes) => new Date(Date.now() + minutes * 60_000).toISOString();

const newInterview = (changes = {}) =>
  ok('POST', '/interviews/', {
    candidate_name: 'Robin Ekström',
    candidate_email: 'robin@example.com',
    job_title: 'Backend Engineer',
    job_description:
      'Design and run HTTP services in Python. PostgreSQL schema design and query tuning. Automated tests, code review and on-call. Explain trade-offs to colleagues in product and support.',
    resume_text: 'Four years of Python. Moved a booking service from cron jobs to a queue.',
    ai_interview_type: 'technical',
    starts_at: inMinutes(-1),
    ...changes,
  });

async function quick() {
  await logIn();
  const interview_id = options.interview ?? (await newInterview()).interview_id;
  const link = await ok('POST', `/ai-interview/generate-link/${interview_id}/`);
  console.log(`AI Interview URL: ${link.public_interview_url}`);
  console.log(`Link Token: ${link.link_token}`);
}

const answerTo = (question) =>
  `At my last job I had to deal with exactly this: "${question.slice(0, 60)}". I first measured the slow query with EXPLAIN ANALYZE, found a missing index on bookings, wrote a test that failed, added the index in a migration and watched the p95 latency fall from 900 ms to 80 ms. I explained the trade-off, slower writes, to the support team.`;

async function full() {
  const unknownId = '4b1f0f0e-7a9c-4f5e-9d5b-0d9a3a4f6c11';
  console.log('Logging in');
  await refused(
    'a wrong password',
    '401 invalid_credentials',
    call('POST', '/auth/login/', { email: options.email, password: 'wrong' }),
  );
  await refused(
    'no token',
    '401 unauthorized',
    call('POST', `/ai-interview/generate-link/${unknownId}/`),
  );
  await logIn();

  console.log('Creating a link');
  await refused('a body that is not JSON', '400 invalid_input', call('POST', '/interviews/', '{'));
  const unscheduled = await newInterview({ starts_at: undefined });
  await refused(
    'a link without a start time',
    '400 interview_not_scheduled',
    call('POST', `/ai-interview/generate-link/${unscheduled.interview_id}/`),
  );
  const notAi = await newInterview({ ai_interview_type: undefined });
  await refused(
    'a link for an interview without AI',
    '400 interview_not_ai',
    call('POST', `/ai-interview/generate-link/${notAi.interview_id}/`),
  );
  await refused(
    'an unknown interview',
    '404 interview_not_found',
    call('POST', `/ai-interview/generate-link/${unknownId}/`),
  );
  const { interview_id } = await newInterview();
  await refused(
    'reading a link before one exists',
    '404 link_not_found',
    call('GET', `/ai-interview/get-link/${interview_id}/`),
  );
  const first = await ok('POST', `/ai-interview/generate-link/${interview_id}/`);
  const read = await ok('GET', `/ai-interview/get-link/${interview_id}/`);
  if (read.link_token !== first.link_token) throw new Error('get-link returned another token');
  const link = await ok('POST', `/ai-interview/regenerate-link/${interview_id}/`);
  if (link.link_token === first.link_token) throw new Error('regenerating returned the same token');
  console.log(`  ${link.public_interview_url}`);

  console.log('Taking the interview');
  const { link_token } = link;
  const start = (token) =>
    call('POST', '/ai-interview/public/start/', { interview_id, link_token: token });
  await refused('the replaced token', '401 link_replaced', start(first.link_token));
  await refused('a forged token', '401 link_invalid', start(`A${link_token.slice(1)}x`));
  const later = await newInterview({ starts_at: inMinutes(60) });
  const laterLink = await ok('POST', `/ai-interview/generate-link/${later.interview_id}/`);
  await refused(
    'a link before its time',
    '403 link_not_open',
    call('POST', '/ai-interview/public/start/', {
      interview_id: later.interview_id,
      link_token: laterLink.link_token,
    }),
  );
  const past = await newInterview({ starts_at: inMinutes(-300), ends_at: inMinutes(-240) });
  const pastLink = await ok('POST', `/ai-interview/generate-link/${past.interview_id}/`);
  await refused(
    'a link after its time',
    '403 link_expired',
    call('POST', '/ai-interview/public/start/', {
      interview_id: past.interview_id,
      link_token: pastLink.link_token,
    }),
  );
  const session = await ok('POST', '/ai-interview/public/start/', { interview_id, link_token });
  const { session_id } = session;
  const submit = (response_text, question_id) =>
    call('POST', '/ai-interview/public/submit-response/', {
      session_id,
      link_token,
      response_text,
      ...(question_id && { question_id }),
    });
  await refused('an empty answer', '400 invalid_input', submit('   '));
  for (const { id, order, text } of session.questions) {
    const answer = answerTo(text);
    const { status, body } = await submit(answer, id);
    if (status !== 200) throw new Error(`Answer ${order} was refused: ${body.error}`);
    console.log(`  Question ${order}: ${text}\n    Feedback: ${body.feedback}`);
    const again = await submit(answer, id);
    if (again.body.response_id !== body.response_id)
      throw new Error('A retry stored a second answer');
    await refused('another answer to it', '409 already_answered', submit('Something else', id));
  }
  const complete = () => ok('POST', '/ai-interview/public/complete/', { session_id, link_token });
  const result = await complete();
  console.log(`${result.evaluation}\nScore ${result.score}, ${result.recommendation}`);
  const repeated = await complete();
  if (repeated.score !== result.score) throw new Error('Completing again changed the score');
  await refused(
    'a new link after completion',
    '409 interview_completed',
    call('POST', `/ai-interview/regenerate-link/${interview_id}/`),
  );
  console.log(`Done: everything worked, including ${refusals} expected refusals.`);
}

try {
  await (options.full ? full() : quick());
} catch (error) {
  const unreachable = error.cause?.code === 'ECONNREFUSED';
  console.error(
    unreachable ? `Talaro cannot be reached at ${url}. Start it with: npm start` : error.message,
  );
  process.exit(1);
}
