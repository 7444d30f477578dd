import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { startServer } from '../../../local/wire/h2c-server.ts';
import {
  answerAll,
  begin,
  finish,
  inMinutes,
  invite,
  newInterview,
} from '../../support/interviews.ts';
import { sharedTestStack } from '../../support/stack.ts';

const run = promisify(execFile);
const example = fileURLToPath(new URL('../../../examples/quick-link.mjs', import.meta.url));

const stack = await sharedTestStack();
const { api } = stack;
const recruiter = await api.logIn();

const quickLink = (...options: string[]) =>
  run(process.execPath, [example, '--base-url', stack.url, ...options]);

/** The fields of the guide, and those that we have added. */
const link = [
  'interview_id',
  'link_token',
  'ai_interview_url',
  'public_interview_url',
  'expires_at',
  'ai_session_id',
  'ai_interview_type',
  'candidate_name',
  'candidate_email',
  'job_title',
  'message',
];
const linkAdded = ['questions_generated', 'is_expired'];
const started = [
  'session_id',
  'interview_id',
  'candidate_name',
  'job_title',
  'ai_interview_type',
  'current_question',
  'questions',
  'total_questions',
  'status',
  'message',
];
const startedAdded = [
  'language',
  'current_question_id',
  'answered_questions',
  'server_time',
  'responses',
  'draft',
];
const question = ['id', 'text', 'type', 'order', 'audio_url'];
const submitted = [
  'response_id',
  'current_question_id',
  'next_question',
  'feedback',
  'next_instruction',
  'message',
];
const submittedAdded = [
  'next_question_id',
  'feedback_detail',
  'answered_questions',
  'total_questions',
];
const completed = [
  'session_id',
  'evaluation',
  'score',
  'total_questions',
  'answered_questions',
  'strengths',
  'areas_for_improvement',
  'recommendation',
  'status',
  'message',
];
const completedAdded = ['evaluator', 'needs_human', 'evidence'];

const keys = (value: object) => Object.keys(value).toSorted();
const both = (...lists: string[][]) => lists.flat().toSorted();

describe('the script of the guide', () => {
  it('prints the link of an interview whose id is given', async () => {
    const { interview_id } = (await recruiter.create(newInterview())).ok();

    const { stdout } = await quickLink('--interview', interview_id);

    const { link_token } = (await recruiter.getLink(interview_id)).ok();
    expect(stdout).toContain(`${stack.url}/api/interviews/public/${link_token}/`);
    expect(stdout).toContain(`Link Token: ${link_token}`);
  });

  it('goes through a whole interview, with every error case', async () => {
    const { stdout } = await quickLink('--full');

    expect(stdout).toMatch(/^This is a demonstration .*\nScore \d+, (Strong Yes|Yes|Maybe|No)$/m);
    expect(stdout).toMatch(/Done: everything worked, including \d+ expected refusals\./);
  });

  it('says in one sentence that the server cannot be reached', async () => {
    const gone = await startServer({ handle: async () => ({ status: 200 }) });
    await gone.close();

    const failed = run(process.execPath, [example, '--base-url', gone.endpoint]);

    await expect(failed).rejects.toMatchObject({
      code: 1,
      stderr: `Talaro cannot be reached at ${gone.endpoint}. Start it with: npm start\n`,
    });
  });
});

describe('the responses have only the fields of the guide and our own,', () => {
  it.each(['generate', 'getLink', 'regenerate'] as const)('of %s', async (name) => {
    const { interview_id } = await invite(stack, recruiter);

    const made = (await recruiter[name](interview_id)).json();

    const { link_token, expires_at, ...rest } = (await recruiter.getLink(interview_id)).ok();
    expect(keys(made)).toEqual(both(link, linkAdded));
    expect(made).toMatchObject({
      link_token,
      expires_at,
      ai_interview_url: `${stack.url}/api/ai-interview/public/start/`,
      public_interview_url: `${stack.url}/api/interviews/public/${link_token}/`,
      ai_session_id: rest.ai_session_id,
      ai_interview_type: 'technical',
      candidate_name: 'Ngozi Adeyemi',
      candidate_email: 'ngozi.adeyemi@example.com',
      job_title: 'Backend Engineer',
      questions_generated: 3,
      is_expired: false,
    });
    const { ends_at } = (await recruiter.read(interview_id)).ok();
    expect(Date.parse(expires_at) - Date.parse(ends_at ?? '')).toBe(7_200_000);
  });

  it('of start', async () => {
    const candidate = await invite(stack, recruiter);

    const reply = await candidate.start();

    const body = reply.ok();
    expect(keys(reply.json())).toEqual(both(started, startedAdded));
    expect(body.current_question).toBe(body.questions[0]?.text);
    expect(body.questions.map(({ order }) => order)).toEqual([1, 2, 3]);
    for (const one of body.questions) expect(keys(one)).toEqual(both(question, ['answered']));
    expect(body).toMatchObject({ status: 'started', total_questions: 3, answered_questions: 0 });
  });

  it('of submit-response', async () => {
    const candidate = await begin(stack, recruiter);

    const reply = await candidate.submit('I measured it, because it was slow.');

    const body = reply.ok();
    expect(keys(reply.json())).toEqual(both(submitted, submittedAdded));
    expect(body.current_question_id).toBe(candidate.questions[0]?.id);
    expect(body.next_question).toBe(candidate.questions[1]?.text);
    expect(body.feedback).not.toMatch(/\d|score|level|points|verdict/i);
  });

  it('of complete, with a score and a matching recommendation', async () => {
    const candidate = await begin(stack, recruiter);
    await answerAll(candidate);

    const reply = await candidate.complete();

    const { score, recommendation, ...body } = reply.ok();
    expect(keys(reply.json())).toEqual(both(completed, completedAdded));
    expect(body).toMatchObject({
      status: 'completed',
      answered_questions: 3,
      evaluator: 'offline',
      needs_human: true,
      evaluation: expect.stringMatching(/^This is a demonstration/),
    });
    const lowest = { 'Strong Yes': 80, Yes: 60, Maybe: 40, No: 0 }[recommendation ?? 'No'];
    expect(score).toBeGreaterThanOrEqual(lowest);
    expect(Number.isInteger(score)).toBe(true);
  });

  it('of start after completion, with the stored evaluation', async () => {
    const candidate = await finish(stack, recruiter);

    const reply = await candidate.start();

    expect(keys(reply.json())).toEqual(
      [...new Set([...both(started, startedAdded), ...completed, ...completedAdded])].toSorted(),
    );
    expect(reply.ok()).toMatchObject({
      status: 'completed',
      current_question: null,
      score: candidate.result.score,
      evaluation: candidate.result.evaluation,
    });
  });
});

describe('an interview whose window is over', () => {
  it('still gets its link, which is marked as expired', async () => {
    const past = newInterview({ starts_at: inMinutes(-300), ends_at: inMinutes(-240) });
    const { interview_id } = (await recruiter.create(past)).ok();

    const made = (await recruiter.generate(interview_id)).ok();

    const read = (await recruiter.getLink(interview_id)).ok();
    expect([made.is_expired, read.is_expired]).toEqual([true, true]);
    expect(read.link_token).toBe(made.link_token);
  });
});

describe('the sound of a question', () => {
  it('is an MP3 at the address that the contract names, under the same origin', async () => {
    stack.setVoice(true);
    const { interview_id } = await invite(stack, recruiter);
    const spoken = async () =>
      (await recruiter.read(interview_id)).ok().questions.map(({ audio_url }) => audio_url);
    // On a busy machine the time to speak may run out; recorded audio is kept for the next link.
    for (let n = 0; n < 20 && (await spoken()).includes(null); n++) {
      (await recruiter.regenerate(interview_id)).ok();
    }
    const { ai_session_id } = (await recruiter.getLink(interview_id)).ok();

    const urls = await spoken();
    const sound = await fetch(`${stack.url}${urls[0]}`);

    expect(urls).toEqual([0, 1, 2].map((n) => `/media/tts/q_${n}_${ai_session_id}.mp3`));
    expect(sound.headers.get('content-type')).toBe('audio/mpeg');
    expect((await sound.bytes()).length).toBeGreaterThan(5_000);
  });
});
