import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLevel } from '../../../local/dynamodb/level.ts';
import { sampleBody } from '../../infra/sample.ts';
import { apiClient, endpointNames, type Reply, rows } from '../../support/client.ts';
import { anAnswer, candidateCalls, newInterview } from '../../support/interviews.ts';
import { serverProcess } from '../../support/server-process.ts';

const folder = await mkdtemp(join(tmpdir(), 'talaro-erasure-'));
const server = await serverProcess(folder);
const api = apiClient(server.url);
const recruiter = await api.logIn();
const { access } = recruiter;

afterAll(async () => {
  await server.kill();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** Words that stand nowhere else: LevelDB's compression leaves them as they are. */
const secretsOf = (n: number) => ({
  candidate_name: `Zyxquartz${n} Vexjumble`,
  candidate_email: `jackdaw${n}.sphinx@example.com`,
  resume_text: `Dwarfquiz${n} built a fjord of glyphs for eleven years at Wolfbuck${n}.`,
});
const typed = (n: number) => ({
  answer: `Pangram${n}. ${anAnswer(n)}`,
  draft: `Halfsentence${n}`,
  request: `Slowglyph${n}, please`,
});

/** Every file of the data folder that contains one of the words, and every stored value. */
const found = async (words: readonly string[]) => {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const hits: string[] = [];
  const look = (where: string, bytes: Buffer | string) => {
    for (const word of words) if (bytes.includes(word)) hits.push(`${word} in ${where}`);
  };
  for (const file of files.filter((one) => one.isFile())) {
    look(file.name, await readFile(join(file.parentPath, file.name)));
  }
  return hits;
};

/** The same in every key and value of the table and its indexes, as the stopped server left them. */
const stored = async (words: readonly string[]) => {
  const level = await openLevel(join(folder, 'dynamodb'));
  const hits: string[] = [];
  for await (const [key, value] of level.entries({})) {
    for (const word of words) if (`${key} ${value}`.includes(word)) hits.push(`${word} in ${key}`);
  }
  await level.close();
  return hits;
};

/** A completed interview with a draft, a request and two evaluations. */
const hold = async (n: number) => {
  const { interview_id } = (await recruiter.create(newInterview(secretsOf(n)))).ok();
  const candidate = api.candidate((await recruiter.generate(interview_id)).ok());
  const { questions } = (await candidate.start()).ok();
  const [first = '', second = ''] = questions.map(({ id }) => id);
  const { answer, draft, request } = typed(n);
  (await candidate.submit(answer, first)).ok();
  (await candidate.draft(second, draft, 1)).ok();
  (await candidate.ask(request)).ok();
  (await candidate.complete()).ok();
  const words = [
    `Zyxquartz${n}`,
    `jackdaw${n}`,
    `Dwarfquiz${n}`,
    `Wolfbuck${n}`,
    `Pangram${n}`,
    draft,
    `Slowglyph${n}`,
    candidate.session_id,
  ];
  return { ...candidate, question_id: first, words };
};

const erase = (interview_id: string, reason?: string) =>
  api.call('eraseInterview', {
    access,
    params: { interview_id },
    ...(reason && { query: { reason } }),
  });

describe('an erased interview', { timeout: 60_000 }, () => {
  let held: Awaited<ReturnType<typeof hold>>;
  beforeAll(async () => {
    held = await hold(1);
  });

  it('is erased by one call, and by each that repeats it', async () => {
    const erased = (await erase(held.interview_id, 'requested')).ok();
    const again = (await erase(held.interview_id, 'mistake')).ok();

    expect(again).toEqual(erased);
    expect(erased.interview_id).toBe(held.interview_id);
  });

  it('is for a recruiter as one that never was, byte for byte', async () => {
    const ofInterview = endpointNames.filter(
      (name) => rows[name].path.includes('{interview_id}') && name !== 'eraseInterview',
    );
    const never = '00000000-0000-4000-8000-00000000dead';

    for (const name of ofInterview) {
      const body = sampleBody(rows[name]);
      const call = (interview_id: string) =>
        api.call(name, {
          access,
          params: { interview_id, accommodation_id: never },
          ...(body && { body }),
        });
      const [one, other] = await Promise.all([call(held.interview_id), call(never)]);

      expect([name, one.status, one.text]).toEqual([name, other.status, other.text]);
      const code = name === 'getLink' ? 'link_not_found' : 'interview_not_found';
      expect([name, one.refusal().code]).toEqual([name, code]);
    }
    expect((await erase(never)).refusal()).toMatchObject({ code: 'interview_not_found' });
  });

  it('is for its candidate as one that never was, byte for byte', async () => {
    const refused = '{"error":"Invalid interview token","code":"link_invalid"}';

    for (const [name, call] of candidateCalls(held, held.question_id)) {
      const reply: Reply = await call();

      expect([name, reply.status, reply.text]).toEqual([name, 401, refused]);
    }
  });
});

describe('the data folder', { timeout: 120_000 }, () => {
  it('has nothing of erased candidates once the server has ended, killed in between or not', async () => {
    const delays = [3, 25];
    const interviews = [await hold(2), await hold(3)];
    const kept = await hold(4);
    const words = interviews.flatMap((one) => one.words);
    const before = await found(words);
    for (const word of words) expect(before.join()).toContain(word);

    for (const [n, { interview_id }] of interviews.entries()) {
      const lost = erase(interview_id).catch(() => null);
      await pause(delays[n]);
      await server.kill();
      await lost;
      await server.start();
      // As the sweep does, unless it was first.
      (await erase(interview_id)).ok();
    }
    expect((await kept.view()).status).toBe(200);
    await server.stop();

    expect(await found([...words, 'Zyxquartz1', 'Pangram1'])).toEqual([]);
    expect(await stored(words)).toEqual([]);
    expect(await stored(['Pangram4'])).not.toEqual([]);
    for (const { interview_id } of interviews) {
      const left = await stored([interview_id]);
      expect(left.filter((hit) => !hit.includes('item~'))).toEqual([]);
    }
  });
});
