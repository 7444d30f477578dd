#!/usr/bin/env node
// A recruiter's day on Talaro: schedule, list, extend, cancel, review, export and erase interviews.
//   node examples/recruiters-day.mjs                       on http://localhost:8000 (npm start)
//   node examples/recruiters-day.mjs --url https://…       on your deployment
//   node examples/recruiters-day.mjs --export FILE --keep  saves the export, erases nothing
// It makes its own three interviews, plays their candidates, and erases them at the end. The account
// is in TALARO_EMAIL and TALARO_PASSWORD. Needs Node 18.3 or later and nothing else.
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const readOptions = () => {
  try {
    return parseArgs({
      options: {
        url: { type: 'string' },
        'base-url': { type: 'string' },
        export: { type: 'string' },
        keep: { type: 'boolean', default: false },
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
  console.log(`Usage: node examples/recruiters-day.mjs [options]
  --url URL      where Talaro runs, also --base-url  (http://localhost:8000, or TALARO_BASE_URL)
  --export FILE  where to save the export
  --keep         do not erase the interviews
The account is that of an admin, in TALARO_EMAIL and TALARO_PASSWORD (admin@example.com, admin123).`);
  process.exit(0);
}

const job = {
  job_title: 'Practice nurse',
  job_description:
    'You run the asthma clinic, triage calls and train new colleagues. You keep records that others can rely on, and you say early when a patient is at risk.',
  ai_interview_type: 'behavioral',
  question_count: 3,
};
const candidates = [
  ['Amara Okafor', 'amara@example.com'],
  ['Bo Lindqvist', 'bo@example.com'],
  ['Chidi Eze', 'chidi@example.com'],
];
const answer =
  'On a night shift I saw that two patients had swapped charts. I stopped the round, told the doctor, and compared every name with its wristband. Nobody got the wrong dose, and we have checked both at each handover since then.';

const api = `${url.replace(/\/+$/, '')}/api`;
let access;

const pause = (seconds) => sleep(seconds * 1000);
const inMinutes = (minutes) => new Date(Date.now() + minutes * 60_000).toISOString();

/** Calls the API. Tries again, a few times, what Talaro says can succeed later. */
async function call(method, path, body, key) {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(`${api}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(access && { authorization: `Bearer ${access}` }),
        ...(key && { 'idempotency-key': key }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    // What stands between may answer in another form than JSON.
    const reply = await response.json().catch(() => ({}));
    if (response.ok) return reply;
    const wait = response.headers.get('retry-after');
    if (wait === null || attempt === 5) {
      // The sentence that Talaro sent, for a person; the code is for programs.
      const sentence = reply.error ?? `Talaro answered ${response.status}`;
      throw Object.assign(new Error(sentence), { code: reply.code ?? 'unknown' });
    }
    await pause(Math.min(Number(wait), 60));
  }
}

const read = (interview_id) => call('GET', `/interviews/${interview_id}/`);

/** The refusal that a call meets. */
const refusalOf = (calling) =>
  calling.then(
    () => null,
    (error) => error,
  );

/** Three candidates of one job in one request. The same key makes nothing twice. */
async function schedule() {
  const interviews = candidates.map(([candidate_name, candidate_email]) => ({
    ...job,
    candidate_name,
    candidate_email,
    starts_at: inMinutes(-1),
  }));
  const key = randomUUID();
  const send = () => call('POST', '/interviews/batch/', { interviews, generate_links: true }, key);
  let { results } = await send();
  const wait = () => Math.max(...results.map(({ error }) => error?.retry_after ?? 0));
  // There was no time for these: the same request under the same key makes just them.
  for (let n = 1; n < 20 && wait() > 0; n++) {
    await pause(wait());
    ({ results } = await send());
  }
  for (const { index, error } of results) {
    if (error) throw new Error(`${candidates[index][0]}: ${error.error}`);
  }
  console.log(`Scheduled ${results.length} interviews; the links are ready to be sent:`);
  for (const { link } of results) {
    console.log(`  ${link.candidate_name}: ${link.public_interview_url}`);
  }
  return results.map(({ link }) => link);
}

/** The items of a list, page after page. A page can be empty and still have a next one. */
async function pages(path, query) {
  const items = [];
  let cursor;
  do {
    const asked = new URLSearchParams({ ...query, ...(cursor && { cursor }) });
    const page = await call('GET', `${path}?${asked}`);
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return items;
}

/** What the list shows may be a second old. */
async function lookThrough(ids) {
  const { kit_id } = await read(ids[0]);
  let items = [];
  const mine = () => items.filter(({ interview_id }) => ids.includes(interview_id));
  for (let n = 1; n <= 10 && mine().length < ids.length; n++) {
    if (n > 1) await pause(1);
    items = await pages('/interviews/', { kit_id, limit: 100 });
  }
  console.log(`The list of this kit has ${items.length} interviews, among them:`);
  for (const { candidate_name, status, answered_questions } of mine()) {
    console.log(`  ${candidate_name}: ${status}, ${answered_questions} answered`);
  }
}

/** Changes only what was read: whoever was faster is not overwritten. */
async function change(interview_id, changes) {
  for (;;) {
    const { updated_at } = await read(interview_id);
    const body = { ...changes, if_updated_at: updated_at };
    const error = await refusalOf(call('PATCH', `/interviews/${interview_id}/`, body));
    if (!error) return;
    if (error.code !== 'update_conflict') throw error;
  }
}

/** A candidate asks for more time, and gets two hours more with the same link. */
async function extend({ interview_id, link_token, candidate_name }) {
  const wish = { link_token, kind: 'more_time', message: 'I read with a screen reader.' };
  await call('POST', '/ai-interview/public/accommodation/', wish);
  await change(interview_id, { ends_at: inMinutes(180) });
  const { accommodations, link } = await read(interview_id);
  const { accommodation_id } = accommodations.at(-1);
  await call('PATCH', `/interviews/${interview_id}/accommodations/${accommodation_id}/`, {
    handled: true,
    note: 'Two hours more',
  });
  console.log(`${candidate_name} has more time: the link is open until ${link.expires_at}`);
}

async function cancel({ interview_id, link_token, candidate_name }) {
  const reason = 'The candidate has taken another job';
  await call('POST', `/interviews/${interview_id}/cancel/`, { reason });
  const starting = call('POST', '/ai-interview/public/start/', { interview_id, link_token });
  const { message, code } = await refusalOf(starting);
  console.log(`${candidate_name} is told: ${message} (${code})`);
}

/** What the candidate's page does: accept the notice, start, answer, complete. */
async function playCandidate({ interview_id, link_token, candidate_name }) {
  const candidate = (path, body) =>
    call('POST', `/ai-interview/public/${path}/`, { link_token, ...body });
  const { notice } = await candidate('open');
  const session = await candidate('start', { interview_id, notice_version: notice.version });
  const { session_id } = session;
  let question_id = session.current_question_id;
  while (question_id) {
    const sent = { session_id, question_id, response_text: answer };
    question_id = (await candidate('submit-response', sent)).next_question_id;
  }
  await candidate('complete', { session_id });
  let { evaluation } = await read(interview_id);
  for (let n = 1; n <= 120 && !evaluation; n++) {
    await pause(1);
    ({ evaluation } = await read(interview_id));
  }
  console.log(
    `${candidate_name} has completed: score ${evaluation.score}, ${evaluation.recommendation}`,
  );
}

async function review({ interview_id }) {
  const made = await call(
    'POST',
    `/interviews/${interview_id}/review/`,
    { decision: 'advance', reason: 'Noticed a risk early and acted on it' },
    randomUUID(),
  );
  console.log(`Decided: ${made.decision}, because: ${made.reason}`);
}

async function exportOne({ interview_id }) {
  const document = await call('GET', `/interviews/${interview_id}/export/`);
  const events = await pages(`/interviews/${interview_id}/audit/`, { limit: 100 });
  const { responses, evaluations, reviews } = document;
  console.log(
    `Exported ${responses.length} answers, ${evaluations.length} evaluation, ${reviews.length} review; ${events.length} events, the last of them ${events.at(-1).event}`,
  );
  if (options.export) await writeFile(options.export, JSON.stringify(document, null, 2));
}

async function erase(links) {
  for (const { interview_id } of links) {
    const erasing = call('DELETE', `/interviews/${interview_id}/?reason=mistake`);
    const error = await refusalOf(erasing);
    if (error) return console.log(`Not erased: ${error.message} (${error.code})`);
  }
  const { message } = await refusalOf(read(links[0].interview_id));
  console.log(`Erased ${links.length} interviews; whoever asks for one is told: ${message}`);
}

async function day() {
  const email = process.env.TALARO_EMAIL ?? 'admin@example.com';
  const password = process.env.TALARO_PASSWORD ?? 'admin123';
  ({ access } = await call('POST', '/auth/login/', { email, password }));
  const links = await schedule();
  const [amara, bo, chidi] = links;
  await extend(bo);
  await cancel(chidi);
  await playCandidate(amara);
  await lookThrough(links.map(({ interview_id }) => interview_id));
  await review(amara);
  await exportOne(amara);
  if (!options.keep) await erase(links);
}

try {
  await day();
} catch (error) {
  const unreachable = error.message === 'fetch failed';
  console.error(
    unreachable
      ? `Talaro cannot be reached at ${url}. Start it with: npm start`
      : `Talaro refused: ${error.message} (${error.code ?? 'unknown'})`,
  );
  process.exit(1);
}
